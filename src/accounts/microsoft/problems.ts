// Graph's errors as our codes (learn.microsoft.com/graph/errors). Error codes change their case from answer to answer.
import * as z from 'zod/mini';
import { AccountProblem, type AccountProblemCode } from '../account.ts';
import type { HttpFailure } from '../answer.ts';
import { ErrorAnswer } from './wire.ts';

/** What is said of a delta link that no longer holds, with whatever status. */
const lostState =
  /^(syncstatenotfound|syncstateinvalid|resyncrequired|resyncchanges\w*|fullsyncrequired|errorinvalidsyncstatedata)$/;

const byCode: ReadonlyMap<string, AccountProblemCode> = new Map([
  ['invalidauthenticationtoken', 'signed-out'],
  ['authenticationerror', 'signed-out'],
  ['errorquotaexceeded', 'quota'],
  ['quotalimitreached', 'quota'],
  ['applicationthrottled', 'rate-limited'],
  ['toomanyrequests', 'rate-limited'],
  ['activitylimitreached', 'rate-limited'],
  // The account has no mailbox that Graph could read.
  ['mailboxnotenabledforrestapi', 'failed'],
  ['mailboxnothostedinexchangeonline', 'failed'],
]);

/** `about`: what was asked for; a refusal to list means the scope is missing, one to read that it is not shared. */
export function toGraphProblem({ status, body, retryAfter }: HttpFailure, about: 'list' | 'events'): AccountProblem {
  const parsed = z.safeParse(ErrorAnswer, body);
  const said = (parsed.success ? (parsed.data.error.code ?? '') : '').toLowerCase();
  const word = /^\w{1,60}$/.test(said) ? said : '';
  return new AccountProblem(findCode(status, word, about), `Graph answered ${status} ${word}`.trim(), retryAfter);
}

function findCode(status: number, word: string, about: 'list' | 'events'): AccountProblemCode {
  if (status === 410 || lostState.test(word)) return 'expired-cursor';
  const known = byCode.get(word);
  if (known) return known;
  if (status === 401) return 'signed-out';
  if (status === 403) return about === 'list' ? 'scope-missing' : 'not-shared';
  if (status === 404) return 'not-shared';
  if (status === 429 || status === 509) return 'rate-limited';
  return status >= 500 || status === 408 ? 'server' : 'failed';
}
