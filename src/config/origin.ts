import type { Origin } from './settings.js';

/** The place of a value in words: `--account`, `AIMI_ACCOUNT`, `profile work (/home/ada/.config/…)`. */
export function describeOrigin(origin: Origin): string {
  switch (origin.kind) {
    case 'flag':
    case 'environment':
      return origin.name;
    case 'project-file':
    case 'user-file':
      return origin.path;
    case 'profile':
      return `profile ${origin.name} (${origin.path})`;
    default:
      return origin.kind;
  }
}
