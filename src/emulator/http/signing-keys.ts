import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** The certificate of the emulated app: what an assertion's signature is held against. */
export interface SigningKeys {
  readonly publicKey: () => KeyObject | undefined;
  /** The key that signs for the app, as PEM: made when it is first asked for. @throws Error where a public key was given. */
  readonly privateKey: () => string;
}

/** @param given a public key or a certificate, as PEM. @throws Error for what is neither. */
export function createSigningKeys(given: string | undefined): SigningKeys {
  let key = given === undefined ? undefined : publicKeyIn(given);
  let pem: string | undefined;
  return {
    publicKey: () => key,
    privateKey() {
      if (given !== undefined)
        throw new Error('The emulator was given a public key, so it has no private one');
      if (pem === undefined) {
        const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
        key = pair.publicKey;
        pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      }
      return pem;
    },
  };
}

function publicKeyIn(pem: string): KeyObject {
  try {
    return createPublicKey(pem);
  } catch {
    throw new Error('The public key for JWT assertions is neither a public key nor a certificate, as PEM');
  }
}
