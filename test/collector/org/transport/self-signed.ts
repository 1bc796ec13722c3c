import { generateKeyPairSync, sign } from 'node:crypto';

/** A key and a certificate for a host, signed by itself (RFC 5280): what a TLS server on loopback needs. */
export function selfSigned(host: string): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const name = sequence(set(sequence(commonName, tagged(0x0c, Buffer.from(host)))));
  const validity = sequence(time('20200101000000Z'), time('20991231235959Z'));
  const extensions = sequence(
    sequence(subjectAltName, tagged(0x04, sequence(tagged(0x82, Buffer.from(host))))),
    sequence(basicConstraints, tagged(0x04, sequence(tagged(0x01, Buffer.from([0xff]))))),
  );
  const toSign = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.from([1])),
    sha256WithRsa,
    ...[name, validity, name],
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, extensions),
  );
  const signature = tagged(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', toSign, privateKey)]));
  const der = sequence(toSign, sha256WithRsa, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${der.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
}

const sequence = (...parts: readonly Buffer[]) => tagged(0x30, Buffer.concat(parts));
const set = (...parts: readonly Buffer[]) => tagged(0x31, Buffer.concat(parts));
const time = (moment: string) => tagged(0x18, Buffer.from(moment));
const identifier = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'));

const commonName = identifier('550403');
const subjectAltName = identifier('551d11');
const basicConstraints = identifier('551d13');
const sha256WithRsa = sequence(identifier('2a864886f70d01010b'), Buffer.from([0x05, 0x00]));
