import type { Location } from '../model/part.ts';

/** `path:line:column`, which editors and terminals open at a click. */
export const placeText = ({ file, line, column }: Location): string => `${file}:${line}:${column}`;
