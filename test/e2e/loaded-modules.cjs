'use strict';
// Loads nothing itself before the end, so that what is listed is what aimi loaded.
process.on('exit', () => {
  const builtins = process.moduleLoadList
    .filter((name) => name.startsWith('NativeModule ') && !name.includes(' internal/'))
    .map((name) => name.slice('NativeModule '.length));
  const files = Object.keys(require.cache);
  require('node:fs').writeFileSync(process.env.AIMI_E2E_MODULES, JSON.stringify({ builtins, files }));
});
