// What writes the user file, as one part that is loaded when something is written.
export { checkSettingName, checkSettingValue } from './check-value.js';
export { writeConfig } from './write-config.js';
