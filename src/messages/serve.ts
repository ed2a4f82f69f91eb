// The worker's end of all calls: checks who calls, whether they may, and what they bring; then lets the handler answer.
import * as z from 'zod/mini';
import type { Answer, Call, Caller, Contract, Handlers } from './contract.ts';
import { toFailure } from './failure.ts';
import { findCaller, type House, type Sender } from './sender.ts';

export interface CallContext {
  caller: Caller;
  /** The same for every repetition of one call: a handler that makes an id of it answers a repetition unchanged. */
  request: string;
  /** The tab of a page script. */
  tab?: number;
}

type Respond = (answer: Answer<unknown>) => void;

/** The part of `browser.runtime` that is used. */
export interface ServeRuntime {
  readonly id: string;
  getURL(path: string): string;
  readonly onMessage: {
    addListener(listener: (message: unknown, sender: Sender, respond: Respond) => boolean): void;
  };
}

export interface ServeOptions {
  runtime: ServeRuntime;
  pageOrigins: readonly string[];
  /** Told of what should not have happened; the asker gets `failed`. */
  report(error: unknown): void;
}

/** A contract with its handlers, ready to be served beside others. */
export interface Served {
  contract: Contract;
  handlers: Handlers<Contract, CallContext>;
}

export function served<C extends Contract>(contract: C, handlers: Handlers<C, CallContext>): Served {
  return { contract, handlers: handlers as Handlers<Contract, CallContext> };
}

const Envelope = z.object({
  call: z.string(),
  request: z.string().check(z.minLength(1), z.maxLength(100)),
  input: z.optional(z.unknown()),
});

/** Registers one listener, at once: a message may be what started the worker. */
export function serve(parts: readonly Served[], options: ServeOptions): void {
  const { runtime, pageOrigins } = options;
  const house = { id: runtime.id, origin: runtime.getURL('').replace(/\/$/, ''), pageOrigins };
  runtime.onMessage.addListener((message, sender, respond) => {
    const envelope = Envelope.safeParse(message);
    if (!envelope.success) return false;
    void answer(parts, house, envelope.data, sender, options.report).then(respond);
    return true;
  });
}

async function answer(
  parts: readonly Served[],
  house: House,
  envelope: z.infer<typeof Envelope>,
  sender: Sender,
  report: ServeOptions['report'],
): Promise<Answer<unknown>> {
  const caller = findCaller(sender, house);
  if (!caller) return { ok: false, code: 'not-allowed' };
  const part = parts.find(({ contract }) => Object.hasOwn(contract, envelope.call));
  const call = part?.contract[envelope.call];
  const handler = part?.handlers[envelope.call];
  if (!call || !handler) return { ok: false, code: 'unknown-call' };
  if (!call.callers.includes(caller)) return { ok: false, code: 'not-allowed' };
  const tab = sender.tab?.id;
  const context = { caller, request: envelope.request, ...(tab !== undefined && { tab }) };
  return run(call, envelope.input, (input) => handler(input, context), report);
}

async function run(
  call: Call,
  input: unknown,
  handle: (input: unknown) => Promise<unknown>,
  report: ServeOptions['report'],
): Promise<Answer<unknown>> {
  const parsed = z.safeParse(call.input, input);
  if (!parsed.success) return { ok: false, code: 'bad-input', detail: parsed.error.issues[0]?.path.join('.') ?? '' };
  try {
    return { ok: true, value: await handle(parsed.data) };
  } catch (error) {
    const failure = toFailure(error);
    if (!failure) report(error);
    return failure ?? { ok: false, code: 'failed' };
  }
}
