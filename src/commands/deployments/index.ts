import type { Command } from '@commander-js/extra-typings';
import type { Shell } from '../../shell.js';
import { fillDeploy } from './create.js';
import { registerDeploymentsDelete } from './delete.js';
import { registerDeploymentsList } from './list.js';
import { registerDeploymentsShow } from './show.js';
import { registerDeploymentsUpdate } from './update.js';
import { registerDeploymentsWait } from './wait.js';

export function fillDeployments(group: Command, shell: Shell): void {
  registerDeploymentsList(group, shell);
  registerDeploymentsShow(group, shell);
  fillDeploy(group.command('create').summary('deploy a model'), shell);
  registerDeploymentsUpdate(group, shell);
  registerDeploymentsDelete(group, shell);
  registerDeploymentsWait(group, shell);
}
