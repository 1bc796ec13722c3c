/**
 * The part of JSON Schema that rules' options are written in, and the type such a schema describes.
 * Deliberately small: an option that wants more is an option too many.
 */
export interface OptionsSchema {
  readonly type: 'object';
  readonly description?: string;
  readonly additionalProperties: false;
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, OptionSchema>>;
}

export type OptionSchema =
  | ((
      | { readonly type: 'string'; readonly enum?: readonly string[]; readonly pattern?: string }
      | { readonly type: 'boolean' }
      | { readonly type: 'integer' | 'number'; readonly minimum?: number; readonly maximum?: number }
      | { readonly type: 'array'; readonly items: OptionSchema; readonly minItems?: number }
      /** Any JSON object: a JSON Schema, say. */
      | { readonly type: 'object'; readonly additionalProperties: true }
    ) & { readonly description?: string; readonly default?: unknown })
  | OptionsSchema;

/** The value that a schema of options accepts. */
export type OptionsOf<S> = S extends { readonly enum: readonly (infer E)[] }
  ? E
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
