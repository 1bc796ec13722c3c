import type { Path } from './problem.ts';

/** An error as ajv gives it: see `ErrorObject` of ajv 8. */
export interface SchemaError {
  /** JSON Pointer to what is wrong. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  /** Set where the key is wrong and not its value. */
  readonly propertyName?: string;
}

/** A compiled schema, as ajv makes it. */
export type Validate = ((data: unknown) => boolean) & { errors?: readonly SchemaError[] | null };

/** The key that is itself the fault, where one is. */
export function wrongKey({ propertyName, params }: SchemaError): string | undefined {
  const key = propertyName ?? params.additionalProperty ?? params.unevaluatedProperty;
  return typeof key === 'string' ? key : undefined;
}

/** The path that a JSON Pointer writes. */
export const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => {
      const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
      return /^(?:0|[1-9]\d*)$/u.test(name) ? Number(name) : name;
    });
