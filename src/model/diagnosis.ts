import type { Level } from './pack.ts';
import type { ReportSource, Verdict } from './report.ts';
import type { Subject } from './subject.ts';

/** What a text or a log says is wrong, and what of it is so. `schemas/diagnosis.schema.json` is its schema. */
export interface Diagnosis {
  readonly diagnosisVersion: 1;
  readonly tool: { readonly name: 'syncgate'; readonly version: string };
  /** Null: no org, snapshot or file was read, so nothing is told of any user. */
  readonly source: ReportSource | null;
  readonly packs: readonly DiagnosedPack[];
  readonly subjects: readonly Subject[];
  readonly text: DiagnosedText;
  readonly recognised: Recognised;
  /** What would explain most stands first. */
  readonly messages: readonly DiagnosedMessage[];
  /** Where no message is known: what fails for a user and fits the words, the best first. */
  readonly fits: readonly WordFit[];
}

/** `words`: no message is known, and requirements that fail fit the words. */
export type Recognised = 'messages' | 'words' | 'nothing';

export interface DiagnosedPack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
}

export interface DiagnosedText {
  readonly lines: number;
  /** What looks like an error code of Salesforce and is not in the catalogue. */
  readonly unknownCodes: readonly UnknownCode[];
}

export interface UnknownCode {
  readonly code: string;
  readonly count: number;
  /** Where it stands first, counted from 1. */
  readonly line: number;
}

/** One known message that was found, with all its repetitions. */
export interface DiagnosedMessage {
  /** Id in the catalogue, or `PACK/known-message` for one of a pack's own. */
  readonly id: string;
  readonly title: string;
  readonly stage: MessageStage;
  readonly outcome: MessageOutcome;
  readonly count: number;
  /** The first lines it stands on, counted from 1. */
  readonly lines: readonly number[];
  /** What was recognised, without secrets. */
  readonly quote: string;
  readonly objects: readonly string[];
  readonly fields: readonly string[];
  readonly flows: readonly string[];
  /** Codes of messages that carried it inside. */
  readonly inside: readonly string[];
  readonly meaning: string;
  /** The requirements it points to. */
  readonly suspects: readonly Suspect[];
  /** What it names by itself, whether or not a pack asks for it. */
  readonly named: readonly NamedAccess[];
  readonly todo: readonly string[];
  /** What else it is, where all that it points to is granted. */
  readonly otherwise: readonly string[];
  readonly source: MessageSource;
}

/** How far an integration gets with it: what fails early hides all that comes later. */
export type MessageStage =
  | 'sign-in'
  | 'session'
  | 'limit'
  | 'object'
  | 'field'
  | 'automation'
  | 'record'
  | 'harmless';

/**
 * `explained`: something it points to is not granted. `ruled-out`: all it points to is granted. `open`: it could not be
 * known. `not-read`: nobody was looked at. `elsewhere`: it points to nothing that syncgate reads.
 */
export type MessageOutcome = 'explained' | 'ruled-out' | 'open' | 'not-read' | 'elsewhere' | 'harmless';

export interface MessageSource {
  readonly title: string;
  readonly url: string;
  readonly trust: MessageTrust;
}

/** `documented` by its vendor, or `seen` in what users of it published. */
export type MessageTrust = 'documented' | 'seen';

export interface Suspect {
  readonly pack: string;
  readonly requirement: string;
  readonly title: string;
  readonly level: Level;
  readonly standings: readonly SuspectStanding[];
}

/** A requirement on one subject, now. */
export interface SuspectStanding {
  /** Id of the subject. */
  readonly subject: string;
  readonly state: SuspectState;
  readonly verdict: Verdict;
  readonly message: string;
  readonly evidence: readonly string[];
  /** The nearest ways to mend it. */
  readonly mend: readonly string[];
}

/** `other`: the requirement fails, and not for what the message names. */
export type SuspectState = 'explains' | 'ruled-out' | 'other' | 'open' | 'not-applicable';

export interface NamedAccess {
  /** Such as `Account.Rating: Edit`. */
  readonly what: string;
  /** Whether a chosen pack asks for it. */
  readonly asked: boolean;
  readonly standings: readonly NamedStanding[];
}

export interface NamedStanding {
  /** Id of the subject. */
  readonly subject: string;
  readonly decision: NamedDecision;
  readonly sentences: readonly string[];
}

/** `absent`: the org has no such field. `not-read`: it was not asked of the org. */
export type NamedDecision = 'granted' | 'denied' | 'unknown' | 'absent' | 'not-read';

export interface WordFit {
  readonly pack: string;
  readonly requirement: string;
  readonly title: string;
  /** Id of the subject. */
  readonly subject: string;
  /** The words of the text that fit. */
  readonly words: readonly string[];
  readonly message: string;
  readonly mend: readonly string[];
}
