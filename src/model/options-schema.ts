/**
 * The part of JSON Schema that rules' options are written in, and the type such a schema describes.
 * Deliberately small: an option that wants more is an option too many.
 */
export interface OptionsSchema {
  readonly type: 'object';
  readonly description?: string;
  readonly additionalProperties: false;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly properties: Readonly<Record<string, OptionSchema>>;
}

export type OptionSchema =
  | ((
      | TextSchema
      | { readonly type: 'boolean'; readonly enum?: readonly boolean[] }
      | { readonly type: 'integer' | 'number'; readonly minimum?: number; readonly maximum?: number }
      | { readonly type: 'array'; readonly items: OptionSchema; readonly minItems?: number }
      /** A JSON Schema of 2020-12: it is held against its own meta-schema. */
      | { readonly $ref: 'https://json-schema.org/draft/2020-12/schema' }
      /** A short form and a long one of the same thing. */
      | { readonly anyOf: readonly [TextSchema, OptionsSchema] }
    ) & { readonly description?: string; readonly default?: unknown })
  | OptionsSchema;

export interface TextSchema {
  readonly type: 'string';
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly description?: string;
}

/** The value that a schema of options accepts. */
export type OptionsOf<S> = S extends { readonly enum: readonly (infer E)[] }
  ? E
  : S extends { readonly anyOf: readonly (infer Form)[] }
    ? OptionsOf<Form>
    : S extends { readonly type: 'string' }
      ? string
      : S extends { readonly type: 'boolean' }
        ? boolean
        : S extends { readonly type: 'integer' | 'number' }
          ? number
          : S extends { readonly type: 'array'; readonly items: infer Item }
            ? readonly OptionsOf<Item>[]
            : S extends { readonly properties: infer P; readonly required: readonly (infer R)[] }
              ? { readonly [K in keyof P & R]: OptionsOf<P[K]> } & {
                  readonly [K in Exclude<keyof P, R>]?: OptionsOf<P[K]>;
                }
              : S extends { readonly properties: infer P }
                ? { readonly [K in keyof P]?: OptionsOf<P[K]> }
                : Readonly<Record<string, unknown>>;
