// A contract says, for every call between browser contexts, who may make it, what goes in and what comes out.
import type * as z from 'zod/mini';

/** Who speaks: a page script on a mail site, or one of our own pages. */
export type Caller = 'page' | 'popup' | 'dashboard';

export interface Call<I extends z.core.$ZodType = z.core.$ZodType, O = unknown> {
  callers: readonly Caller[];
  input: I;
  /** Only a type: `output: {} as O`. */
  output: O;
}

export type Contract = Record<string, Call>;

export function call<I extends z.core.$ZodType>(callers: readonly Caller[], input: I) {
  return { returns: <O>(): Call<I, O> => ({ callers, input, output: undefined as O }) };
}

export type InputOf<C extends Call> = z.input<C['input']>;
export type OutputOf<C extends Call> = C['output'];

/** The answer on the wire. An expected failure is a code, made into a sentence by the surface that shows it. */
export type Answer<O> = { ok: true; value: O } | { ok: false; code: FailureCode; detail?: string };

export type FailureCode =
  | 'full'
  | 'newer-version'
  | 'blocked'
  | 'unreadable'
  | 'closed'
  | 'not-allowed'
  | 'bad-input'
  | 'unknown-call'
  | 'not-found'
  | 'failed'
  | 'no-answer'
  | 'orphaned';

/** A handler for every call of a contract; the compiler reports a missing one. */
export type Handlers<C extends Contract, Context> = {
  [K in keyof C]: (input: z.output<C[K]['input']>, context: Context) => Promise<OutputOf<C[K]>>;
};
