import type { Completeness } from '../../../model/container.ts';
import type { Gap, Location } from '../../../model/part.ts';
import { firstOf } from '../../../plain/lists.ts';
import type { Trouble } from '../files/file-reading.ts';
import type { DefinedContainer } from './definitions.ts';
import { placeText } from './gaps.ts';

export interface CompletenessSource {
  readonly defined: DefinedContainer;
  /** What messages call it: `permission set 'Sync'`. */
  readonly what: string;
  readonly apiVersion: number | null;
  readonly disputed: boolean;
  readonly doubts: readonly Trouble[];
}

interface Reason {
  readonly message: string;
  readonly mend: string;
}

const orFacts = 'or give --facts FILE, a snapshot of the org';

/** A container is complete unless something says that its files may leave out, or do not tell plainly, what it gives. */
export function completenessOf(source: CompletenessSource): Completeness {
  const { what } = source;
  const reasons = [leavesOut(source), disagreement(source), doubt(source)].filter((one) => one !== undefined);
  if (reasons.length === 0) return { kind: 'complete' };
  const at = doubtfulAt(source);
  const reason: Gap = {
    code: 'source-cannot-tell',
    message: `${what} ${reasons.map(({ message }) => message).join('; it ')}`,
    mend: [...new Set(reasons.map(({ mend }) => mend))].join('; '),
    ...(at && { at }),
  };
  return { kind: 'partial', reason };
}

/** Where what is there does not tell plainly; what is left out has no place. */
function doubtfulAt({ defined, disputed, doubts: [trouble] }: CompletenessSource): Location | undefined {
  if (trouble !== undefined) return trouble.at;
  return disputed ? defined.definitions[0].main?.at : undefined;
}

/**
 * A profile file holds what was retrieved together; a permission set's is complete from API version 40.0 on
 * (docs/salesforce.md, trap 7).
 */
function leavesOut({ defined, apiVersion }: CompletenessSource): Reason | undefined {
  const files = filesText(defined);
  if (defined.kind === 'profile') {
    return {
      message: 'does not mention it, and its file holds only what was retrieved with it',
      mend: 'retrieve the profile with what is asked about (--write-manifest FILE writes the package.xml); what it leaves out even then, only --facts FILE tells, a snapshot of the org',
    };
  }
  if (apiVersion === null || apiVersion >= 40) return undefined;
  return {
    message: `(${files}) does not mention it, and what is retrieved with API version ${apiVersion.toFixed(1)} leaves out what was not retrieved together`,
    mend: `set sourceApiVersion to 40.0 or later and retrieve it again, ${orFacts}`,
  };
}

function disagreement({ defined, disputed }: CompletenessSource): Reason | undefined {
  if (!disputed) return undefined;
  return {
    message: `is defined by several files that do not agree (${filesText(defined)})`,
    mend: 'leave all of them but one out with .forceignore, or name the directories that belong together',
  };
}

function doubt({ doubts: [trouble] }: CompletenessSource): Reason | undefined {
  if (trouble === undefined) return undefined;
  return {
    message: `cannot be read in full (${placeText(trouble)}: ${trouble.message})`,
    mend: 'mend that entry',
  };
}

const filesText = ({ definitions }: DefinedContainer): string =>
  firstOf(
    definitions.flatMap(({ files }) => files.slice(0, 1)),
    3,
  );
