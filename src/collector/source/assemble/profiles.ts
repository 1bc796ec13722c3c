import type { Gap, Part } from '../../../model/part.ts';
import type { Profile, UserLicense } from '../../../model/subject.ts';
import { firstOf } from '../../../plain/lists.ts';
import { profileTitle } from '../../../salesforce/standard-profiles.ts';
import { ok, unavailable } from '../../parts.ts';
import type { ContainerFile } from '../files/file-reading.ts';
import { nameOf } from './containers.ts';
import type { DefinedContainer } from './definitions.ts';
import { unreadableFile } from './gaps.ts';

/** What its files say of a profile. */
export function profileOf(defined: DefinedContainer): Profile {
  const { id, apiName, definitions } = defined;
  const [broken] = definitions.flatMap((definition) => definition.broken);
  const readings = definitions.flatMap((definition) => definition.readings);
  const at = readings[0]?.at ?? broken?.trouble.at;
  const said = <T>(element: string, of: (reading: ContainerFile) => T | null): Part<T> =>
    broken === undefined
      ? agreed(defined, element, readings.map(of))
      : unavailable(unreadableFile(nameOf(defined), broken));
  const license = said('userLicense', (reading) => reading.license);
  return {
    id,
    name: profileTitle(apiName),
    isCustom: said('custom', (reading) => reading.isCustom),
    license: license.status === 'ok' ? ok(licenseOf(license.value)) : license,
    ...(at && { at }),
  };
}

function agreed<T>(defined: DefinedContainer, element: string, values: readonly (T | null)[]): Part<T> {
  const [value, another] = [...new Set(values)].filter((each) => each !== null);
  if (value !== undefined && another === undefined) return ok(value);
  const files = firstOf(
    defined.definitions.flatMap((definition) => definition.files),
    3,
  );
  const reason: Gap = {
    code: 'source-cannot-tell',
    message:
      value === undefined
        ? `${nameOf(defined)} (${files}) has no <${element}> that tells it`
        : `${nameOf(defined)} is defined by several files that say different things in <${element}> (${files})`,
    mend: `retrieve the profile, whose file has <${element}>, or add what an org knows with --facts FILE`,
  };
  return unavailable(reason);
}

/** Licences whose key the Object Reference gives with their name ("UserLicense"). */
const keys: ReadonlyMap<string, string> = new Map([
  ['Salesforce', 'SFDC'],
  ['Salesforce Platform', 'AUL'],
]);

const licenseOf = (name: string): UserLicense => ({ name, key: keys.get(name) ?? null });
