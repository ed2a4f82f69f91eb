// How parts in a page ask the worker. The contracts are types here: their checks stay in the worker.
import type { Ask as AskBy } from '../../../messages/page-client.ts';
import type { mailboxes } from '../../mailboxes/contract.ts';
import type { deadlines } from '../contract.ts';

export type PageCalls = typeof deadlines & Pick<typeof mailboxes, 'message.correct'>;
export type Ask = AskBy<PageCalls>;
