import type { Picture } from '../engine/picture.js';
import { readAccount } from './read-account.js';
import { readAuth } from './read-auth.js';
import { readClients } from './read-clients.js';
import { readDeployments } from './read-deployments.js';
import { readBases, readRequests } from './read-endpoints.js';
import { readEnvironment } from './read-environment.js';
import { readHeaderCounts } from './read-header-counts.js';
import { readMessages } from './read-messages.js';
import { readPackages } from './read-packages.js';
import { readPredictions } from './read-predictions.js';
import { readSituation } from './read-situation.js';
import { readStatuses } from './read-statuses.js';
import { readVersions } from './read-versions.js';
import { collectSignals, type SignalSet } from './signal-set.js';

/** Everything that the facts say, each with the values that show it. `asOf` is today, `YYYY-MM-DD`. */
export function readSignals(picture: Picture, asOf: string): SignalSet {
  return collectSignals([
    ...readRequests(picture),
    ...readBases(picture),
    ...readClients(picture),
    ...readPredictions(picture),
    ...readVersions(picture),
    ...readDeployments(picture),
    ...readPackages(picture, asOf),
    ...readAuth(picture),
    ...readEnvironment(picture),
    ...readHeaderCounts(picture),
    ...readAccount(picture),
    ...readStatuses(picture),
    ...readSituation(picture),
    ...readMessages(picture.facts),
  ]);
}
