// How parts in a page ask the worker. The contract is a type here: its checks stay in the worker.
import type { Ask as AskBy } from '../../../messages/page-client.ts';
import type { deadlines } from '../contract.ts';

export type Ask = AskBy<typeof deadlines>;
