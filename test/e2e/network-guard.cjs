'use strict';
// Loaded with `node -r`: writes down each attempt to reach another machine or to start another program to
// AIMI_E2E_ATTEMPTS, and lets none through.
const { appendFileSync } = require('node:fs');
const net = require('node:net');
const dns = require('node:dns');
const dgram = require('node:dgram');
const childProcess = require('node:child_process');

const refuse = (what) =>
  function refused(...args) {
    const [first] = args.flat();
    const target =
      typeof first === 'object' && first !== null ? (first.host ?? first.path ?? first.port) : first;
    appendFileSync(process.env.AIMI_E2E_ATTEMPTS, `${what} ${String(target)}\n`);
    throw Object.assign(new Error(`${what} is not allowed here`), { code: 'EACCES' });
  };

net.Socket.prototype.connect = refuse('connect');
dgram.createSocket = refuse('datagram');
for (const name of Object.keys(dns)) {
  if (/^(?:lookup|resolve|reverse)/.test(name)) dns[name] = refuse(`dns.${name}`);
}
for (const name of Object.keys(dns.promises)) {
  if (/^(?:lookup|resolve|reverse)/.test(name)) dns.promises[name] = refuse(`dns.${name}`);
}
for (const name of ['spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync', 'execFileSync']) {
  childProcess[name] = refuse(name);
}
