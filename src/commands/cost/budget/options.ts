/** `80,100`, also given several times. What it holds is checked with the rest of the budget. */
export function readAlertList(text: string, before: readonly string[] | undefined): readonly string[] {
  return appended(text, before);
}

/** `a@contoso.com,b@contoso.com`, also given several times. */
export function readEmailList(text: string, before: readonly string[] | undefined): readonly string[] {
  return appended(text, before);
}

function appended(text: string, before: readonly string[] | undefined): readonly string[] {
  const parts = text.split(',').map((part) => part.trim());
  return [...new Set([...(before ?? []), ...parts.filter((part) => part !== '')])];
}
