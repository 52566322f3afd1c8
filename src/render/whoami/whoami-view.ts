import type { MissingRole, Purpose, Right } from '../../core/rights/needs.js';
import type { SignInAttempt } from '../../core/sign-in/attempt.js';
import type { Identity } from '../../core/sign-in/identity.js';
import { renderCard } from '../card.js';
import { cleanText } from '../clean-text.js';
import { renderTable } from '../table.js';
import type { Theme } from '../theme.js';
import { wrapText } from '../wrap.js';

/** The JSON of `aimi whoami`. */
export interface WhoAmI {
  readonly signedIn: boolean;
  readonly identity: Identity | null;
  /** The way of the chain that worked, and why it was tried. */
  readonly credential: { readonly method: string; readonly reason: string } | null;
  /** Every way to sign in, in the order they are tried; empty in the sandbox. */
  readonly chain: readonly SignInAttempt[];
  readonly tenant: string | null;
  readonly subscription: { readonly id: string; readonly name: string; readonly from: string } | null;
  readonly account: {
    readonly name: string;
    readonly resourceGroup: string;
    readonly location: string;
    readonly kind: string;
    readonly id: string;
    readonly from: string;
  } | null;
  readonly rights: readonly Right[];
  readonly missingRoles: readonly (MissingRole & { readonly command: string })[];
  readonly settings: readonly {
    readonly name: string;
    readonly value: string | boolean | null;
    readonly origin: string;
    readonly from: string;
  }[];
  readonly notes: readonly string[];
  readonly problem: WhoAmIProblem | null;
}

export interface WhoAmIProblem {
  readonly code: string;
  readonly message: string;
  /** What to do; a command where one helps. */
  readonly next: string;
}

const PURPOSES: Readonly<Record<Purpose, string>> = {
  deploy: 'deploy: read, write and delete deployments',
  quota: 'see quota: read usages of the subscription',
  call: 'call models with a token of Microsoft Entra ID',
};

/** Identity and target, then the chain when something in it is worth a look, then the rights. */
export function whoamiView(data: WhoAmI, theme: Theme): string {
  return [identityText(data, theme), chainText(data, theme), rightsText(data, theme), notesText(data, theme)]
    .filter((part) => part !== '')
    .join('\n');
}

function identityText(data: WhoAmI, theme: Theme): string {
  const { identity, credential, subscription, account, problem } = data;
  const title = data.signedIn
    ? `${theme.symbols.ok} ${identity?.name ?? 'signed in, and the token does not say who it is'}`
    : `${theme.symbols.fail} nobody is signed in`;
  const fields: (readonly [string, string])[] = [
    ['kind', identity?.kind ?? ''],
    ['object id', identity?.objectId ?? ''],
    ['client id', identity?.clientId ?? ''],
    ['tenant', data.tenant ?? ''],
    [
      'subscription',
      subscription === null ? '' : `${subscription.name} (${subscription.id})${origin(subscription.from)}`,
    ],
    [
      'account',
      account === null
        ? ''
        : `${account.name} (${account.kind}, ${account.location}, group ${account.resourceGroup})${origin(account.from)}`,
    ],
    ['credential', credential === null ? '' : `${credential.method}: ${credential.reason}`],
    ...data.settings
      .filter(
        ({ name, origin: kind }) => ['profile', 'auth', 'armEndpoint'].includes(name) && kind !== 'default',
      )
      .map(({ name, value, from }) => [name, `${value}${origin(from)}`] as const),
    ['problem', problem === null ? '' : `${problem.message} (${problem.code})`],
    ['next', problem?.next ?? ''],
  ];
  return renderCard(title, fields, theme);
}

function origin(from: string): string {
  return from === 'sandbox' ? '' : `, from ${from}`;
}

function chainText({ chain }: WhoAmI, theme: Theme): string {
  const rows = chain.map(({ method, outcome, reason, durationMs }) => [
    method,
    outcome,
    durationMs === null ? '' : `${(durationMs / 1000).toFixed(1)} s`,
    reason,
  ]);
  return renderTable(['WAY TO SIGN IN', 'OUTCOME', 'TIME', 'REASON'], rows, theme);
}

function rightsText({ rights, missingRoles, account }: WhoAmI, theme: Theme): string {
  if (account === null || rights.length === 0) return '';
  const lines = [theme.style.bold(cleanText(`Rights on ${account.name}`, theme))];
  for (const purpose of new Set(rights.map((right) => right.purpose))) {
    const own = rights.filter((right) => right.purpose === purpose);
    lines.push(hanging(...verdict(own, theme), PURPOSES[purpose], theme));
    for (const { action, isAllowed } of own) if (isAllowed === false) lines.push(`  lacks ${action}`);
  }
  for (const { role, command } of missingRoles) {
    const sentence = `"${role}" gives it; someone who may assign roles runs:`;
    // A command that is cut into lines cannot be copied: the terminal wraps it.
    lines.push(hanging(theme.symbols.arrow, same, sentence, theme), cleanText(command, theme));
  }
  return `${lines.join('\n')}\n`;
}

type Paint = (text: string) => string;

const same: Paint = (text) => text;

function verdict(rights: readonly Right[], { symbols, style }: Theme): readonly [string, Paint] {
  if (rights.some(({ isAllowed }) => isAllowed === false)) return [symbols.fail, style.red];
  return rights.some(({ isAllowed }) => isAllowed === null)
    ? [`${symbols.skip} could not look:`, style.yellow]
    : [symbols.ok, style.green];
}

function notesText({ notes }: WhoAmI, theme: Theme): string {
  return notes.map((note) => `${hanging(theme.symbols.info, same, note, theme)}\n`).join('');
}

/** A mark and a sentence whose further lines stand under its first word. */
function hanging(mark: string, paint: Paint, text: string, theme: Theme): string {
  const clean = cleanText(text, theme);
  const lines = theme.width === null ? clean : wrapText(clean, Math.max(20, theme.width - 2));
  return `${paint(mark)} ${lines.replaceAll('\n', '\n  ')}`;
}
