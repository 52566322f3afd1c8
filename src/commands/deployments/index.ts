import type { Command } from '@commander-js/extra-typings';
import type { Shell } from '../../shell.js';
import { registerDeploy } from './create.js';
import { registerDeploymentsDelete } from './delete.js';
import { registerDeploymentsList } from './list.js';
import { registerDeploymentsShow } from './show.js';
import { registerDeploymentsUpdate } from './update.js';
import { registerDeploymentsWait } from './wait.js';

export function registerDeployments(parent: Command, shell: Shell): void {
  const group = parent.command('deployments').summary('list, show, change and delete deployments');
  registerDeploymentsList(group, shell);
  registerDeploymentsShow(group, shell);
  registerDeploy(group, shell, 'create');
  registerDeploymentsUpdate(group, shell);
  registerDeploymentsDelete(group, shell);
  registerDeploymentsWait(group, shell);
}
