import type { Gap, Part } from '../../../model/part.ts';
import type { Catalogue, Field } from '../../../model/snapshot.ts';
import { ok, unavailable } from '../../parts.ts';
import { mends } from '../mends.ts';
import { isObject } from '../reader/outcome.ts';
import type { ResourceRead, Row, RowsRead } from '../reader/read.ts';
import { soql } from '../soql.ts';
import type { Sight } from './auditor.ts';
import { flag, hasCell, parsed, text, textOrNull } from './cells.ts';

/** All fields of an object, and the compound field that each part of one belongs to. */
export interface SeenCatalogue extends Catalogue {
  /** Field name → the name its field-level security stands under, where that is another: parts of addresses. */
  readonly securedBy: ReadonlyMap<string, string>;
}

/**
 * Tooling shows fields that the caller cannot read, which describe does not (docs/salesforce.md, "Does a field
 * exist?").
 */
export function catalogueRead(object: string): RowsRead {
  const about = `the fields of ${object}`;
  const surface = 'tooling';
  const pageBy = 'DurableId';
  return {
    kind: 'rows',
    part: about,
    surface,
    pageBy,
    mend: mends.viewSetup,
    soql: [
      soql`SELECT DurableId, QualifiedApiName, Label, DataType, IsCalculated, IsAutonumber, IsPermissionable, IsUpdatable, FieldDefinition.QualifiedApiName FROM EntityParticle WHERE EntityDefinition.QualifiedApiName = ${object} ORDER BY DurableId`,
    ],
  };
}

/** @returns undefined where Tooling's answer proves nothing, so that describe has to be asked. */
export function catalogueOf(rows: Part<readonly Row[]>, sight: Sight): Part<SeenCatalogue> | undefined {
  if (!sight.seesSetup || rows.status === 'unavailable' || rows.value.length === 0) return undefined;
  const fields = parsed(rows, (all) => all.map(particle));
  return fields.status === 'ok' ? ok(withCompounds('tooling', fields.value)) : undefined;
}

interface Particle {
  readonly field: Field;
  /** The field it is a part of, or itself. */
  readonly whole: string;
}

const particle = (row: Row): Particle => ({
  field: {
    name: text(row, 'QualifiedApiName'),
    label: textOrNull(row, 'Label') ?? text(row, 'QualifiedApiName'),
    dataType: textOrNull(row, 'DataType') ?? '',
    permissionable: flag(row, 'IsPermissionable'),
    calculated: flag(row, 'IsCalculated'),
    autoNumber: flag(row, 'IsAutonumber'),
    updatable: flag(row, 'IsUpdatable'),
  },
  whole: textOrNull(row, 'FieldDefinition.QualifiedApiName') ?? text(row, 'QualifiedApiName'),
});

export const describeRead = (object: string): ResourceRead => ({
  kind: 'resource',
  part: `the description of ${object}`,
  path: `sobjects/${encodeURIComponent(object)}/describe`,
  mend: mends.viewSetup,
});

/**
 * What describe shows: the fields that the auditor may read. An object it does not know is a gap: it may be
 * missing, and to an auditor who does not see setup it may only be hidden.
 */
export function describedCatalogue(
  object: string,
  describe: Part<unknown>,
  { seesSetup }: Sight,
): Part<SeenCatalogue> {
  if (describe.status === 'unavailable') {
    const { reason } = describe;
    if (reason.errorCode !== 'NOT_FOUND') return describe;
    return unavailable(seesSetup ? noSuchObject(object, reason) : hiddenObject(object, reason));
  }
  const fields =
    isObject(describe.value) && Array.isArray(describe.value.fields) ? describe.value.fields : [];
  const particles = parsed(ok(fields.filter(isObject)), (rows) => rows.map(describedField));
  if (particles.status === 'unavailable') return particles;
  if (particles.value.length > 0) return ok(withCompounds('describe', particles.value));
  return unavailable({ code: 'query-failed', message: `The description of ${object} lists no fields` });
}

const describedField = (row: Row): Particle => ({
  field: {
    name: text(row, 'name'),
    label: text(row, 'label'),
    dataType: text(row, 'type'),
    permissionable: flag(row, 'permissionable'),
    calculated: flag(row, 'calculated'),
    autoNumber: flag(row, 'autoNumber'),
    updatable: flag(row, 'updateable'),
  },
  whole: hasCell(row, 'compoundFieldName')
    ? (textOrNull(row, 'compoundFieldName') ?? text(row, 'name'))
    : text(row, 'name'),
});

/**
 * Field-level security of an address or a person's name is set on the whole: its parts are not permissionable
 * by themselves, and taking them for free of security would let everybody through.
 */
function withCompounds(seenBy: Catalogue['seenBy'], particles: readonly Particle[]): SeenCatalogue {
  const byName = new Map(particles.map(({ field }) => [field.name, field]));
  const securedBy = new Map(
    particles.flatMap(({ field, whole }) =>
      whole !== field.name && byName.has(whole) ? [[field.name, whole]] : [],
    ),
  );
  const fields = particles.map(({ field }) => {
    const whole = byName.get(securedBy.get(field.name) ?? '');
    return whole === undefined
      ? field
      : { ...field, permissionable: field.permissionable || whole.permissionable };
  });
  return { seenBy, fields: fields.toSorted((one, other) => (one.name < other.name ? -1 : 1)), securedBy };
}

const noSuchObject = (object: string, { query = '', errorCode = '' }: Gap): Gap => ({
  code: 'not-in-org',
  message: `The org has no object ${object}`,
  query,
  errorCode,
  mend: `install the package that brings ${object}`,
});

const hiddenObject = (object: string, { query = '', errorCode = '' }: Gap): Gap => ({
  code: 'auditor-blind',
  message: `The org shows the auditor no object ${object}, which may be there all the same`,
  query,
  errorCode,
  mend: mends.viewSetup,
});
