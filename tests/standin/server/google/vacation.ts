// Gmail API v1, users.settings.getVacation and updateVacation.
import type { GmailVacation, Vacation } from '../auto-reply/gmail.ts';
import { type ApiAnswer, type ApiRequest, jsonAnswer } from '../exchange.ts';
import { googleError } from './errors.ts';

const reads = ['gmail.settings.basic', 'gmail.readonly', 'gmail.modify'];

/** `may` tells whether the token has one of these scopes. */
export function answerVacation(
  vacation: GmailVacation,
  { method, body }: ApiRequest,
  may: (names: readonly string[]) => boolean,
): ApiAnswer {
  if (!may(method === 'GET' ? reads : ['gmail.settings.basic'])) return googleError('scope');
  if (method === 'GET') return jsonAnswer(200, { ...vacation.now });
  const wrong = vacation.write(JSON.parse(body) as Vacation);
  return wrong === null ? jsonAnswer(200, { ...vacation.now }) : googleError('invalid');
}
