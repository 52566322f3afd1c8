import type { Context, TextOutput } from '../../context.js';
import { type StreamFacts, type VersionReport, versionView } from '../../render/version/version-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { BUNDLED_CURRENCY, bundledBook, updatedBook } from '../cost/prices/open-book.js';

export const versionPresentation: Presentation<VersionReport> = { table: versionView };

/** Say how a terminal behaves; their values are harmless. */
const TERMINAL_VARIABLES = [
  'TERM',
  'COLORTERM',
  'TERM_PROGRAM',
  'LANG',
  'LC_ALL',
  'NO_COLOR',
  'FORCE_COLOR',
  'CI',
];
/** Change what aimi does. Only their names are told: some hold keys, and proxies hold passwords. */
const TELLING_NAMES =
  /^(?:AIMI_|AZURE_|OPENAI_|ARM_|MSI_|IDENTITY_|(?:https?|all|no)_proxy$|NODE_(?:OPTIONS|EXTRA_CA_CERTS)$)/i;

/** What a report of a defect needs. Paths below the home directory begin with `~`, so that it names nobody. */
export async function runVersion(
  session: Pick<Session, 'ctx' | 'settings' | 'say' | 'warn'>,
): Promise<Outcome<VersionReport>> {
  const { ctx, settings } = session;
  const { v8, arch, osRelease, sdks } = ctx.runtime();
  const updated = await updatedBook(session, BUNDLED_CURRENCY);
  const names = Object.keys(ctx.env).filter((name) => ctx.env[name] !== undefined);
  return {
    data: {
      aimi: ctx.version,
      node: ctx.nodeVersion,
      v8,
      platform: ctx.platform,
      arch,
      osRelease,
      sdks,
      catalog: dateOf(ctx.readData('catalog')),
      prices: { bundled: bundledBook(session).facts.date, updated: updated?.facts.date ?? null },
      directories: {
        config: fromHome(settings.configDirectory, ctx.homeDirectory),
        cache: fromHome(settings.cacheDirectory, ctx.homeDirectory),
      },
      terminal: {
        stdin: ctx.stdin.isTerminal,
        stdout: streamFacts(ctx.stdout),
        stderr: streamFacts(ctx.stderr),
        variables: Object.fromEntries(
          TERMINAL_VARIABLES.flatMap((name) => {
            const value = ctx.env[name];
            return value === undefined ? [] : [[name, value.slice(0, 80)] as const];
          }),
        ),
      },
      environment: names.filter((name) => TELLING_NAMES.test(name)).sort(),
    },
  };
}

function streamFacts({ isTerminal, columns, hasColor, hasUnicode }: TextOutput): StreamFacts {
  return { isTerminal, columns, hasColor, hasUnicode };
}

function dateOf(file: unknown): string | null {
  if (typeof file !== 'object' || file === null || !('retrieved' in file)) return null;
  return typeof file.retrieved === 'string' ? file.retrieved : null;
}

function fromHome(path: string, home: Context['homeDirectory']): string {
  const rest = path.startsWith(home) && home !== '' ? path.slice(home.length) : null;
  return rest !== null && /^[\\/]/.test(rest) ? `~${rest}` : path;
}
