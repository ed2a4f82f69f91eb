// How parts in a page ask the worker. The contract is a type here: its checks stay in the worker.
import type { Answer, InputOf, OutputOf } from '../../../messages/contract.ts';
import type { deadlines } from '../contract.ts';

type Calls = typeof deadlines;

export type Ask = <K extends keyof Calls>(name: K, input: InputOf<Calls[K]>) => Promise<Answer<OutputOf<Calls[K]>>>;
