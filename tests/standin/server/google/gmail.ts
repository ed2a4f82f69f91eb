// Gmail API v1, as far as it is used: users.settings.getVacation and updateVacation.
import type { GmailVacation } from '../auto-reply/gmail.ts';
import type { ApiAnswer, ApiRequest } from '../exchange.ts';
import { googleError } from './errors.ts';
import { answerVacation } from './vacation.ts';

export class GmailApi {
  readonly #vacation: GmailVacation;

  constructor(vacation: GmailVacation) {
    this.#vacation = vacation;
  }

  /** `scopes` are those of the token. */
  answer(request: ApiRequest, scopes: readonly string[]): ApiAnswer {
    const may = (names: readonly string[]) =>
      names.some((name) => scopes.includes(`https://www.googleapis.com/auth/${name}`));
    const path = request.url.pathname.replace(/^\/gmail\/v1\/users\/[^/]+/, '');
    return path === '/settings/vacation' ? answerVacation(this.#vacation, request, may) : googleError('notFound');
  }
}
