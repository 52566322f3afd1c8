import { parseAccountId } from '../core/account-id.js';
import { normaliseLocation } from '../core/catalog/normalise-location.js';
import { parseArmEndpoint } from './arm-endpoint.js';
import {
  AUTH_METHODS,
  CLOUDS,
  COLOR_MODES,
  OUTPUT_FORMATS,
  type SettingName,
  type SettingValues,
  SPECIAL_FORMATS,
} from './settings.js';
import { type Parsed, parseBoolean, parseOneOf, parsePattern } from './value.js';

export interface SettingRule<T> {
  /** Null: an address that the token goes to, or whom to trust, is not for a command line somebody pasted. */
  readonly flag: string | null;
  readonly environment: readonly EnvironmentName[];
  /** Says where to work: in the sandbox it never comes from AZURE_* or a file. */
  readonly isTarget: boolean;
  /** A project file arrives with a cloned repository, so it may choose a target but not where tokens go. */
  readonly isProjectSetting: boolean;
  readonly fallback: T;
  /** `resolvePath` makes a path absolute, seen from the place that names it. */
  readonly parse: (text: string, resolvePath: (path: string) => string) => Parsed<T>;
}

interface EnvironmentName {
  readonly name: string;
  readonly translate?: (text: string) => string;
}

// Resource names: https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
// (2026-04): a group has 1-90 letters, digits, `_ - . ( )` and no dot at the end; an account 2-64 letters,
// digits and hyphens. Dots and underscores of old accounts are let through.
const GROUP = /^[\p{L}\p{N}_().-]{0,89}[\p{L}\p{N}_()-]$/u;
const ACCOUNT = /^[A-Za-z0-9][A-Za-z0-9_.-]{1,63}$/;
/** A subscription has an id or a name, and names may hold nearly everything. */
const SUBSCRIPTION = /^[^\p{Cc}/\\?#]{1,128}$/u;
const TENANT = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/;

// What `az cloud list` calls them.
const AZ_CLOUD_NAMES: Readonly<Record<string, string>> = {
  azurecloud: 'public',
  azureusgovernment: 'usgov',
  azurechinacloud: 'china',
};
const azCloud = (text: string): string => AZ_CLOUD_NAMES[text.toLowerCase()] ?? text;
const negate = (text: string): string => {
  const parsed = parseBoolean(text);
  return parsed.ok ? String(!parsed.value) : text;
};

const target = { isTarget: true, isProjectSetting: true, fallback: null };
const look = { isTarget: false, isProjectSetting: true };
const trust = { isTarget: false, isProjectSetting: false };

/**
 * Every setting: its names, who may set it, what it may be. The names that end in `AZURE_DEFAULTS_...` and
 * `AZURE_CLOUD_NAME` are those by which Azure CLI reads its own configuration from the environment.
 */
export const SETTING_RULES: { readonly [Name in SettingName]: SettingRule<SettingValues[Name]> } = {
  subscription: {
    ...target,
    flag: '--subscription',
    environment: [{ name: 'AIMI_SUBSCRIPTION' }, { name: 'AZURE_SUBSCRIPTION_ID' }],
    parse: parsePattern(SUBSCRIPTION, 'the id or the name of a subscription'),
  },
  resourceGroup: {
    ...target,
    flag: '--resource-group',
    environment: [
      { name: 'AIMI_RESOURCE_GROUP' },
      { name: 'AZURE_RESOURCE_GROUP' },
      { name: 'AZURE_DEFAULTS_GROUP' },
    ],
    parse: parsePattern(GROUP, 'letters, digits, _ - . ( ), at most 90, no dot at the end'),
  },
  account: {
    ...target,
    flag: '--account',
    environment: [{ name: 'AIMI_ACCOUNT' }],
    parse: (text) =>
      ACCOUNT.test(text) || parseAccountId(text) !== null
        ? { ok: true, value: text }
        : {
            ok: false,
            expected: 'the name of an account (2 to 64 letters, digits, hyphens) or its resource id',
          },
  },
  location: {
    ...target,
    flag: '--location',
    environment: [{ name: 'AIMI_LOCATION' }, { name: 'AZURE_LOCATION' }, { name: 'AZURE_DEFAULTS_LOCATION' }],
    parse: (text) => parsePattern(/^[a-z][a-z0-9]+$/, 'a region, such as eastus2')(normaliseLocation(text)),
  },
  tenant: {
    ...target,
    flag: '--tenant',
    environment: [{ name: 'AIMI_TENANT' }, { name: 'AZURE_TENANT_ID' }],
    parse: parsePattern(TENANT, 'the id or a domain of a tenant'),
  },
  cloud: {
    ...look,
    flag: '--cloud',
    environment: [
      { name: 'AIMI_CLOUD' },
      { name: 'AZURE_CLOUD', translate: azCloud },
      { name: 'AZURE_CLOUD_NAME', translate: azCloud },
    ],
    fallback: 'public',
    parse: parseOneOf(CLOUDS),
  },
  auth: {
    ...trust,
    flag: '--auth',
    environment: [{ name: 'AIMI_AUTH' }],
    fallback: 'auto',
    parse: parseOneOf(AUTH_METHODS),
  },
  sandbox: {
    ...trust,
    flag: '--sandbox',
    environment: [{ name: 'AIMI_SANDBOX' }],
    fallback: false,
    parse: parseBoolean,
  },
  armEndpoint: {
    ...trust,
    flag: null,
    environment: [{ name: 'AIMI_ARM_ENDPOINT' }],
    fallback: null,
    parse: (text) => {
      const value = parseArmEndpoint(text);
      const expected = 'an https address (http only on loopback) without user, query or fragment';
      return value === null ? { ok: false, expected, code: 'endpoint-refused' } : { ok: true, value };
    },
  },
  caFile: {
    ...trust,
    flag: null,
    environment: [{ name: 'AIMI_CA_FILE' }],
    fallback: null,
    parse: (text, resolvePath) => ({ ok: true, value: resolvePath(text) }),
  },
  output: {
    ...look,
    flag: '--output',
    environment: [{ name: 'AIMI_OUTPUT' }],
    fallback: 'table',
    parse: parseOneOf([...OUTPUT_FORMATS, ...SPECIAL_FORMATS]),
  },
  color: {
    ...look,
    flag: '--color',
    environment: [{ name: 'AIMI_COLOR' }],
    fallback: 'auto',
    parse: parseOneOf(COLOR_MODES),
  },
  input: {
    ...trust,
    flag: '--no-input',
    environment: [{ name: 'AIMI_NO_INPUT', translate: negate }],
    fallback: true,
    parse: parseBoolean,
  },
  screenReader: {
    ...trust,
    flag: null,
    environment: [{ name: 'AIMI_SCREEN_READER' }],
    fallback: false,
    parse: parseBoolean,
  },
};
