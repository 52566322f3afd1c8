/** One piece of source text; comments and blanks are none. */
export interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'punct';
  /** A word or sign as written; a string without its quotes and escapes. */
  readonly text: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Of an interpolated string: literal pieces and expressions in turn. */
  readonly parts?: readonly StringPart[] | undefined;
}

export type StringPart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'expression'; readonly text: string };

/** A tokenised text with its brackets paired. */
export interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Index of an opening bracket → index of its closing one (or of the token after the last that counts). */
  readonly closeOf: Int32Array;
  /** Index of a closing bracket → index of its opening one; -1 for other tokens. */
  readonly openOf: Int32Array;
  /** Index of the innermost bracket that is open at a token; -1 at the top. */
  readonly parentOf: Int32Array;
}
