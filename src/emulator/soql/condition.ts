import type {
  LiteralType,
  Condition as ParsedCondition,
  Query,
  WhereClause,
} from '@jetstreamapp/soql-parser-js';
import { malformed, notEmulated } from './query-error.ts';

/** One value as written: text in its quotes, everything else bare. */
export interface Literal {
  readonly type: LiteralType;
  readonly text: string;
}

export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE';

/** The WHERE clause as a tree. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly comparator: Comparator;
      readonly literal: Literal;
    }
  | {
      readonly kind: 'in';
      readonly field: string;
      readonly negated: boolean;
      readonly literals: readonly Literal[];
    }
  | { readonly kind: 'semi-join'; readonly field: string; readonly negated: boolean; readonly query: Query };

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | Condition;

/**
 * Builds the tree from the parser's chain of conditions, which counts parentheses instead of nesting.
 * AND and OR side by side without parentheses are refused, as an org does.
 */
export function readCondition(where: WhereClause): Condition {
  const tokens = tokensOf(where);
  // Of three NOTs in a row, each behind two parentheses, the parser drops the middle one and its parentheses.
  const depth = tokens.reduce((open, token) => open + (token === '(' ? 1 : 0) - (token === ')' ? 1 : 0), 0);
  if (depth !== 0) throw notEmulated('NOT nested this deep');
  let place = 0;

  const readOperand = (): Condition => {
    const token = tokens[place++];
    if (token === 'NOT') return { kind: 'not', part: readOperand() };
    if (token === '(') {
      const inner = readChain();
      if (tokens[place++] !== ')') throw malformed("unexpected token: '<EOF>'");
      return inner;
    }
    if (token === undefined || typeof token === 'string')
      throw malformed(`unexpected token: '${token ?? '<EOF>'}'`);
    return token;
  };
  const readChain = (): Condition => {
    const parts = [readOperand()];
    const operator = tokens[place];
    if (operator !== 'AND' && operator !== 'OR') return parts[0] as Condition;
    while (tokens[place] === operator) {
      place += 1;
      parts.push(readOperand());
    }
    const next = tokens[place];
    if (next === 'AND' || next === 'OR') throw malformed(`unexpected token: '${next}'`);
    return { kind: operator === 'AND' ? 'and' : 'or', parts };
  };

  const condition = readChain();
  if (place < tokens.length) throw malformed(`unexpected token: '${String(tokens[place])}'`);
  return condition;
}

function tokensOf(where: WhereClause): readonly Token[] {
  const tokens: Token[] = [];
  for (let clause: Chain | undefined = where as Chain; clause !== undefined; clause = clause.right) {
    const { left, operator } = clause;
    tokens.push(...Array<Token>(left?.openParen ?? 0).fill('('));
    if (left !== null && left !== undefined && 'operator' in left) tokens.push(readLeaf(left as Leaf));
    tokens.push(...Array<Token>(left?.closeParen ?? 0).fill(')'));
    if (operator !== undefined) tokens.push(operator);
  }
  return tokens;
}

interface Chain {
  readonly left:
    | (Partial<ParsedCondition> & { readonly openParen?: number; readonly closeParen?: number })
    | null;
  readonly operator?: 'AND' | 'OR' | 'NOT';
  readonly right?: Chain;
}

interface Leaf {
  readonly field?: string;
  readonly fn?: unknown;
  readonly operator: string;
  readonly literalType?: LiteralType | readonly LiteralType[];
  readonly value?: string | readonly string[];
  readonly valueQuery?: Query;
}

const comparators: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=', 'LIKE']);

function readLeaf(leaf: Leaf): Condition {
  const { field } = leaf;
  const operator = leaf.operator.toUpperCase();
  if (field === undefined) throw notEmulated('functions in WHERE');
  if (operator === 'IN' || operator === 'NOT IN') {
    const negated = operator === 'NOT IN';
    if (leaf.valueQuery !== undefined) return { kind: 'semi-join', field, negated, query: leaf.valueQuery };
    return { kind: 'in', field, negated, literals: literalsOf(leaf) };
  }
  const [literal] = literalsOf(leaf);
  if (!comparators.has(operator) || literal === undefined) throw notEmulated(`${operator} in WHERE`);
  return { kind: 'compare', field, comparator: operator as Comparator, literal };
}

function literalsOf({ literalType, value }: Leaf): readonly Literal[] {
  const texts = typeof value === 'string' ? [value] : (value ?? []);
  return texts.map((text, index) => ({
    type: (Array.isArray(literalType) ? literalType[index] : literalType) as LiteralType,
    text,
  }));
}
