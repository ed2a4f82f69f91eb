// Where a full run over Gmail has come to, kept as the page of its cursor.
import * as z from 'zod/mini';
import { AccountProblem } from '../account.ts';

const MailRun = z.object({
  /** The mailbox's history id when the run began: changes are read from there on. */
  history: z.string(),
  /** Everybody up to this address was asked for. */
  past: z.string(),
  /** The next page for those after, and the search it belongs to. */
  token: z.optional(z.string()),
  q: z.optional(z.string()),
});
export type MailRun = z.infer<typeof MailRun>;

/** @throws {AccountProblem} `expired-cursor` for a page that is none of these. */
export function parseRun(page: string): MailRun {
  const parsed = z.safeParse(MailRun, parseJson(page));
  if (!parsed.success) throw new AccountProblem('expired-cursor', 'no page of a run');
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
