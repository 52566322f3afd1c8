#!/usr/bin/env node
'use strict';
const { writeSync } = require('node:fs');
const [, , first, ...rest] = process.argv;
const dataDirectory = () => require('node:path').join(__dirname, '..', 'dist', 'data');
const [major, minor] = process.versions.node.split('.').map(Number);
if (first === '__complete') {
  // Asked by the shell on every Tab: no command tree, and nothing is said when something is wrong.
  try {
    const { env, platform } = process;
    const homeDirectory = require('node:os').homedir();
    const place = { env, platform, cwd: process.cwd(), homeDirectory, dataDirectory: dataDirectory() };
    writeSync(1, require('../dist/complete.cjs').complete({ line: rest, ...place }));
  } catch {}
} else if (major < 20 || (major === 20 && minor < 11)) {
  writeSync(2, `aimi needs Node 20 or later; this is ${process.version}.\n`);
  process.exitCode = 2;
} else if ((first === '--version' || first === '-V') && rest.length === 0) {
  writeSync(1, `${require('../package.json').version}\n`);
} else {
  const { join } = require('node:path');
  const distDirectory = join(__dirname, '..', 'dist');
  const { openLoader } = require('../dist/compile-cache.cjs');
  // Node 20 has nothing in it that is needed here.
  const nodeModule = major < 22 ? {} : require('node:module');
  const load = openLoader(process, { distDirectory, require, nodeModule });
  load('./main.cjs').main(join(distDirectory, 'data'));
}
