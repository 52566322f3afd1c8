#!/usr/bin/env node
'use strict';
const { writeSync } = require('node:fs');
const [, , first, ...rest] = process.argv;
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 11)) {
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
