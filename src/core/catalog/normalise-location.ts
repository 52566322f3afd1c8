/**
 * `East US 2`, `EastUS2` and `eastus2` are one region: lower case, no blanks. The service matches without
 * regard to case and spells regions differently from answer to answer (recordings of 2025-10 and 2026-04).
 */
export function normaliseLocation(location: string): string {
  return location.toLowerCase().replace(/\s+/g, '');
}
