/** Thrown inside a reader of a format, at the offset where it went wrong; readers give it out as a value. */
export class Misplaced extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** Deeper than this nobody writes by hand. */
export const deepest = 100;
