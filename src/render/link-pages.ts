import type { Theme } from './theme.js';

/**
 * `owner/repository issue 12`, as sources are cited; and addresses on hosts of pages that a person opens: other
 * addresses are those of services and open nothing.
 */
const PAGE =
  /(?<![\w./-])([\w-]+\/[\w.-]+) issue (\d{1,6})\b|https:\/\/(?:aka\.ms|learn\.microsoft\.com|azure\.microsoft\.com|azure\.status\.microsoft|status\.azure\.com|github\.com|portal\.azure\.(?:com|us|cn))(?:\/[^\s"'()<>{}]*[^\s"'()<>{}.,;:])?/g;

/** Makes the addresses of pages in a text that is laid out already into links, and cited issues too. */
export function linkPages(text: string, { link }: Theme): string {
  return text.replace(PAGE, (found: string, repository?: string, number?: string) =>
    link(found, repository === undefined ? found : `https://github.com/${repository}/issues/${number}`),
  );
}
