import { Validator } from '@cfworker/json-schema';
import type { OptionsSchema } from '../model/options-schema.ts';
import type { Json } from '../model/part.ts';
import type { OptionProblem } from '../model/rule.ts';

const jsonSchema = 'https://json-schema.org/draft/2020-12/schema';

/**
 * Makes a check of options against a rule's schema; it gives the first thing that is wrong, or null. A JSON Schema
 * among the options is only looked at as an object here: the pack's schema holds it against the meta-schema.
 */
export function checkOptions(schema: OptionsSchema): (options: Json) => OptionProblem | null {
  let validator: Validator | undefined;
  // The same options come again for what they need, for their check, and for every subject.
  const right = new WeakSet<object>();
  return (options) => {
    if (typeof options === 'object' && options !== null && right.has(options)) return null;
    validator ??= compile(schema);
    const { valid, errors } = validator.validate(options);
    if (valid) {
      if (typeof options === 'object' && options !== null) right.add(options);
      return null;
    }
    // The last error is the innermost: the others say that what holds it is wrong too.
    const last = errors.at(-1);
    return { path: (last?.instanceLocation ?? '#').slice(1), message: last?.error ?? 'not valid' };
  };
}

function compile(schema: OptionsSchema): Validator {
  // The library takes schemas it may write on; a rule's own is shared and stays as it is.
  const validator = new Validator(structuredClone<object>(schema), '2020-12');
  validator.addSchema({ type: ['object', 'boolean'] }, jsonSchema);
  return validator;
}
