import { AUTH_MESSAGES } from './auth-messages.js';
import { DEPLOYMENT_MESSAGES } from './deployment-messages.js';
import { MENTIONS } from './mentions.js';
import type { MessageSignal } from './message-signal.js';
import { NETWORK_MESSAGES } from './network-messages.js';
import { REQUEST_MESSAGES } from './request-messages.js';
import { ROUTE_MESSAGES } from './route-messages.js';
import { SDK_MESSAGES } from './sdk-messages.js';

/** Every wording the doctor knows, in the order in which a report is read. */
export const MESSAGE_SIGNALS = [
  ...AUTH_MESSAGES,
  ...ROUTE_MESSAGES,
  ...DEPLOYMENT_MESSAGES,
  ...NETWORK_MESSAGES,
  ...REQUEST_MESSAGES,
  ...SDK_MESSAGES,
  ...MENTIONS,
] as const satisfies readonly MessageSignal[];

export type MessageSignalId = (typeof MESSAGE_SIGNALS)[number]['id'];
