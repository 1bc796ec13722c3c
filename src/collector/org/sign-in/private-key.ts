import { createPrivateKey, type KeyObject } from 'node:crypto';
import { CollectorError } from '../collector-error.ts';

/**
 * Reads an RSA private key. One that came through an environment variable may have `\n` for its line breaks.
 *
 * @param passphrase empty where the key is not encrypted.
 * @throws CollectorError of kind `usage`, which repeats nothing of the key and no cause that might.
 */
export function readPrivateKey(text: string, passphrase: string): KeyObject {
  const key = opened(text.replaceAll('\\n', '\n').trim(), passphrase);
  if (key.asymmetricKeyType !== 'rsa') {
    throw wrong(`is of the kind ${key.asymmetricKeyType}, and Salesforce takes RSA keys only (RS256)`);
  }
  return key;
}

function opened(pem: string, passphrase: string): KeyObject {
  if (/-----BEGIN (?:CERTIFICATE|PUBLIC KEY|RSA PUBLIC KEY)-----/.test(pem)) {
    throw wrong('is a certificate or a public key. Give the private key that belongs to it');
  }
  const encrypted = /BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(pem);
  if (encrypted && passphrase === '') throw wrong('is encrypted. Give its passphrase too');
  try {
    return createPrivateKey({ key: pem, ...(encrypted && { passphrase }) });
  } catch {
    throw wrong(
      encrypted
        ? 'cannot be opened: the passphrase is not its own, or it is damaged'
        : 'is no PEM file. It begins with -----BEGIN PRIVATE KEY----- or -----BEGIN RSA PRIVATE KEY-----',
    );
  }
}

const wrong = (what: string) => new CollectorError('usage', `The private key ${what}.`);
