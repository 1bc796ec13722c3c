import type { ErrorObject } from 'ajv/dist/2020.js';
import { ScenarioError, type ScenarioFile } from './scenario-file.ts';

/**
 * Reads the text of a user's scenario file.
 *
 * @throws {ScenarioError} with `file:line`, what is there and what was expected.
 */
export async function parseScenarioFile(file: string, text: string): Promise<ScenarioFile> {
  const value = parseJson(file, text);
  // Neither is needed for the built-in scenarios, and both take their time to load.
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const schema = await import('../../../schemas/org-description.schema.json', { with: { type: 'json' } });
  const ajv = new Ajv2020({ allErrors: true, verbose: true });
  const validate = ajv.compile<ScenarioFile>(schema.default);
  if (validate(value)) return value;
  const lineOf = await lineFinder(text);
  const complaints = (validate.errors ?? [])
    // What lies below an `if` or a `oneOf` is said by the error of its own, or by the one above it.
    .filter(({ keyword, schemaPath }) => keyword !== 'if' && !schemaPath.includes('/oneOf/'))
    .map((error) => `${file}:${lineOf(pointerOf(error))}: ${complaintOf(error)}`);
  throw new ScenarioError([...new Set(complaints)].join('\n'));
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ScenarioError(`${file}: this is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function complaintOf({ instancePath, keyword, params, message = '' }: ErrorObject): string {
  const at = instancePath === '' ? 'the scenario' : instancePath.slice(1).replaceAll('/', ' › ');
  switch (keyword) {
    case 'additionalProperties':
      return `${at} has no key '${params.additionalProperty}'`;
    case 'enum':
      return `${at} must be one of ${(params.allowedValues as readonly unknown[]).join(', ')}`;
    case 'oneOf':
      return `${at} must have exactly one of permissionSet and group`;
    case 'false schema':
      return `${at} goes with 'generate' only`;
    default:
      return `${at} ${message}`;
  }
}

/** Where the error is: at the key that should not be there rather than at the object around it. */
const pointerOf = ({ instancePath, keyword, params }: ErrorObject): string =>
  keyword === 'additionalProperties' ? `${instancePath}/${params.additionalProperty}` : instancePath;

/** Finds the line on which the value at a JSON pointer stands. */
async function lineFinder(text: string): Promise<(pointer: string) => number> {
  // JSON is YAML, and the YAML reader knows positions.
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2' });
  return (pointer) => {
    const path = pointer
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
    const offset = isRanged(node) ? node.range[0] : 0;
    return lines.linePos(offset).line;
  };
}

const isRanged = (node: unknown): node is { readonly range: readonly [number, number, number] } =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
