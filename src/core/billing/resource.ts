/** Name and group out of an ARM id; the id itself where it has another form (charges without a resource). */
export function resourceOf(id: string): { readonly resource: string; readonly resourceGroup: string } {
  const resourceGroup = /\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? '';
  const resource = /\/providers\/.*\/([^/]+)$/i.exec(id)?.[1] ?? id;
  return { resource, resourceGroup };
}
