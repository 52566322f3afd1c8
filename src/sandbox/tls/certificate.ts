import { Buffer } from 'node:buffer';
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { bits, integer, octets, oid, replaced, sequence, set, text, truth, utcTime, wrapped } from './der.js';

const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const DAY_MS = 86_400_000;
const VALID_DAYS = 30;

export interface LoopbackCertificates {
  /** The throwaway authority; its key is forgotten as soon as the leaf is signed. */
  readonly caPem: string;
  /** For localhost and 127.0.0.1. */
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

interface Subject {
  readonly name: string;
  readonly publicKey: KeyObject;
}

/** A new authority and one server certificate under it (RFC 5280, P-256), valid for 30 days. */
export function createLoopbackCertificates(now: Date): LoopbackCertificates {
  const ca = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const leaf = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = { name: `aimi sandbox CA ${randomBytes(4).toString('hex')}`, publicKey: ca.publicKey };
  const subject = { name: 'localhost', publicKey: leaf.publicKey };
  return {
    caPem: pem(certificate(issuer, issuer, ca.privateKey, now, caExtensions(issuer))),
    certificatePem: pem(certificate(subject, issuer, ca.privateKey, now, leafExtensions(subject, issuer))),
    privateKeyPem: leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function certificate(
  subject: Subject,
  issuer: Subject,
  issuerKey: KeyObject,
  now: Date,
  extensions: readonly Buffer[],
): Buffer {
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(15)]);
  const signed = sequence(
    wrapped(0, integer(Buffer.from([2]))),
    integer(serial),
    ECDSA_SHA256,
    commonName(issuer.name),
    sequence(
      utcTime(new Date(now.getTime() - DAY_MS)),
      utcTime(new Date(now.getTime() + VALID_DAYS * DAY_MS)),
    ),
    commonName(subject.name),
    spki(subject.publicKey),
    wrapped(3, sequence(...extensions)),
  );
  const signature = createSign('sha256').update(signed).sign(issuerKey);
  return sequence(signed, ECDSA_SHA256, bits(signature));
}

function caExtensions(self: Subject): readonly Buffer[] {
  return [
    extension('2.5.29.19', sequence(truth()), true),
    // keyCertSign and cRLSign
    extension('2.5.29.15', bits(Buffer.from([0b0000_0110]), 1), true),
    extension('2.5.29.14', octets(keyId(self))),
  ];
}

function leafExtensions(self: Subject, issuer: Subject): readonly Buffer[] {
  return [
    extension('2.5.29.19', sequence(), true),
    // digitalSignature
    extension('2.5.29.15', bits(Buffer.from([0b1000_0000]), 7), true),
    // serverAuth
    extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))),
    extension(
      '2.5.29.17',
      sequence(replaced(2, Buffer.from('localhost', 'ascii')), replaced(7, Buffer.from([127, 0, 0, 1]))),
    ),
    extension('2.5.29.14', octets(keyId(self))),
    extension('2.5.29.35', sequence(replaced(0, keyId(issuer)))),
  ];
}

function extension(id: string, value: Uint8Array, isCritical = false): Buffer {
  return sequence(oid(id), ...(isCritical ? [truth()] : []), octets(value));
}

function commonName(name: string): Buffer {
  return sequence(set(sequence(oid('2.5.4.3'), text(name))));
}

function spki(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' });
}

function keyId(subject: Subject): Buffer {
  return createHash('sha1').update(spki(subject.publicKey)).digest();
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
