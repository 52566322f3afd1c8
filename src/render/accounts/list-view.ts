import type { AccountRow } from '../../core/accounts.js';
import type { PortalAddress } from '../../core/portal.js';
import { renderColumns } from '../columns.js';
import type { Theme } from '../theme.js';

/** Endpoints are long and follow the name; they are worth their room only where there is some. */
const ROOM_FOR_ENDPOINTS = 120;

export function accountsListView(rows: readonly AccountRow[], theme: Theme, portal: PortalAddress): string {
  const hasRoom = theme.width === null || theme.width >= ROOM_FOR_ENDPOINTS;
  return renderColumns(
    [
      { header: 'NAME', style: 'bold', address: (index) => portal(rows[index]?.id ?? '') },
      { header: 'GROUP', shrink: 2 },
      { header: 'REGION' },
      { header: 'KIND' },
      { header: 'KEYS' },
      { header: 'STATE' },
      ...(hasRoom ? [{ header: 'ENDPOINT', shrink: 1 }] : []),
    ],
    rows.map((row) => [
      row.name,
      row.resourceGroup,
      row.location,
      row.kind,
      row.keysEnabled ? 'on' : 'off',
      row.state,
      ...(hasRoom ? [row.endpoint] : []),
    ]),
    theme,
  );
}
