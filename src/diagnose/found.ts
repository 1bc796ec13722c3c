import type { UnknownCode } from '../model/diagnosis.ts';
import type { KnownMessage } from '../model/pack.ts';
import type { KnownError } from './message-catalogue.ts';

/** A message of a pack, and the pack it is of. */
export interface VendorMessage extends KnownMessage {
  readonly pack: string;
  readonly index: number;
}

/** One known message with all its repetitions: the same entry about the same things. */
export interface FoundMessage {
  readonly entry: KnownError;
  readonly objects: readonly string[];
  readonly fields: readonly string[];
  readonly flows: readonly string[];
  /** Of the words that its points ask for, those that stand beside it. */
  readonly said: readonly string[];
  readonly count: number;
  readonly lines: readonly number[];
  readonly quote: string;
  readonly inside: readonly string[];
}

export interface FoundVendorMessage {
  readonly message: VendorMessage;
  readonly count: number;
  readonly lines: readonly number[];
}

/** What a text says. */
export interface TextReading {
  readonly lines: number;
  readonly found: readonly FoundMessage[];
  readonly vendor: readonly FoundVendorMessage[];
  readonly unknownCodes: readonly UnknownCode[];
  /** Its beginning, to fit words to: never shown. */
  readonly prose: string;
}
