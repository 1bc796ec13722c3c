import { readFile } from 'node:fs/promises';
import { validateDescription } from '../org/validate-description.ts';
import type { OrgDescription } from '../org-description.ts';
import { extendOrg } from './extend.ts';
import { generateLarge } from './large.ts';
import { parseScenarioFile } from './parse.ts';
import { ScenarioError, type ScenarioFile } from './scenario-file.ts';

export { ScenarioError } from './scenario-file.ts';

/** The built-in scenarios; tests hold each against the schema, so none is checked when it is loaded. */
const builtIn: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  compliant: () => import('./compliant.json', { with: { type: 'json' } }),
  drifted: () => import('./drifted.json', { with: { type: 'json' } }),
  'admin-user': () => import('./admin-user.json', { with: { type: 'json' } }),
  'professional-edition': () => import('./professional-edition.json', { with: { type: 'json' } }),
  'via-permission-sets': () => import('./via-permission-sets.json', { with: { type: 'json' } }),
  'blind-auditor': () => import('./blind-auditor.json', { with: { type: 'json' } }),
  'expired-and-session': () => import('./expired-and-session.json', { with: { type: 'json' } }),
  large: () => import('./large.json', { with: { type: 'json' } }),
};

/** Names of the built-in scenarios, the plainest first. */
export function scenarioNames(): readonly string[] {
  return Object.keys(builtIn);
}

/**
 * The org that a built-in scenario, or a JSON file of the user's, describes.
 *
 * @param nameOrFile A name from {@link scenarioNames}, or a path.
 * @throws {ScenarioError} naming the known scenarios, or the file, the line and what was expected.
 */
export async function loadScenario(nameOrFile: string): Promise<OrgDescription> {
  const load = Object.hasOwn(builtIn, nameOrFile) ? builtIn[nameOrFile] : undefined;
  if (load !== undefined) return resolve((await load()).default as ScenarioFile);
  const org = await resolve(await parseScenarioFile(nameOrFile, await readText(nameOrFile)));
  try {
    validateDescription(org);
  } catch (error) {
    throw new ScenarioError(`${nameOrFile}: ${error instanceof Error ? error.message : error}`);
  }
  return org;
}

async function resolve(file: ScenarioFile): Promise<OrgDescription> {
  if ('generate' in file) return generateLarge(file, await loadScenario('compliant'));
  if ('extends' in file) return extendOrg(await loadScenario(file.extends), file);
  return file;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const looksLikeFile = /[./\\]/.test(file);
    if (code === 'ENOENT' && !looksLikeFile) {
      const known = scenarioNames().join(', ');
      throw new ScenarioError(`Unknown scenario '${file}'. Known are ${known}, or the path of a JSON file.`);
    }
    const reason = code === 'ENOENT' ? 'there is no such file' : String(code ?? error);
    throw new ScenarioError(`Cannot read the scenario file ${file}: ${reason}`);
  }
}
