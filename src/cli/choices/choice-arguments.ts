import type { Level } from '../../model/pack.ts';
import type { OrgArguments } from '../org-arguments.ts';

/** Arguments that a configuration file can give too; an argument wins over the file. */
export interface ChoiceArguments extends OrgArguments {
  readonly config?: string | undefined;
  readonly pack?: readonly string[] | undefined;
  readonly user?: readonly string[] | undefined;
  readonly allApiOnly?: boolean | undefined;
  readonly apiVersion?: string | undefined;
  readonly variant?: string | undefined;
  readonly withoutFeature?: readonly string[] | undefined;
  readonly mappedField?: readonly string[] | undefined;
  readonly failOn?: Level | undefined;
  readonly allowInconclusive?: boolean | undefined;
  readonly output?: readonly string[] | undefined;
  readonly history?: string | undefined;
  readonly baseline?: string | undefined;
  readonly failOnNew?: boolean | undefined;
  readonly concurrency?: number | undefined;
}
