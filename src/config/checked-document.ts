import { type Document, readDocument } from './document.ts';
import type { Problem } from './problem.ts';
import type { Validate } from './schema-error.ts';
import { schemaProblems } from './schema-problems.ts';

/** A schema in both its forms: compiled, and as it is written, which is only read to say what is wrong. */
export interface CompiledSchema {
  readonly validate: Validate;
  readonly load: () => Promise<object>;
}

/** Reads a file and holds it against its schema. */
export async function checkedDocument(
  text: string,
  file: string,
  { validate, load }: CompiledSchema,
): Promise<{ readonly document: Document } | { readonly problems: readonly Problem[] }> {
  const read = await readDocument(text, file);
  if ('problems' in read || validate(read.document.value)) return read;
  return { problems: schemaProblems(read.document, validate.errors ?? [], await load()) };
}
