// Microsoft Graph v1.0, mailboxSettings: the automatic reply, read and changed.
import type { OutlookReplies, OutlookReply } from '../auto-reply/outlook.ts';
import { type ApiAnswer, type ApiRequest, jsonAnswer } from '../exchange.ts';
import { graphError } from './errors.ts';

const metadata = 'https://graph.microsoft.com/v1.0/$metadata#Me/mailboxSettings';

export class GraphSettings {
  readonly #replies: OutlookReplies;
  readonly #zone: () => string;

  /** `zone`: Windows name of the mailbox's own. */
  constructor(replies: OutlookReplies, zone: () => string) {
    this.#replies = replies;
    this.#zone = zone;
  }

  /** `path` begins after `/me`. `may` tells whether the token has one of these scopes. */
  answer({ method, body }: ApiRequest, path: string, may: (...names: string[]) => boolean): ApiAnswer {
    if (!may('MailboxSettings.ReadWrite', ...(method === 'GET' ? ['MailboxSettings.Read'] : [])))
      return graphError('denied');
    const setting = { ...this.#replies.now };
    if (method === 'GET' && path === '/mailboxSettings/automaticRepliesSetting') {
      return jsonAnswer(200, { '@odata.context': `${metadata}/automaticRepliesSetting`, ...setting });
    }
    if (path !== '/mailboxSettings') return graphError('badRequest');
    return method === 'GET' ? jsonAnswer(200, this.#all(setting)) : this.#change(body);
  }

  #all(automaticRepliesSetting: OutlookReply): object {
    return {
      '@odata.context': metadata,
      automaticRepliesSetting,
      timeZone: this.#zone(),
      language: { locale: 'en-CA', displayName: 'English (Canada)' },
      dateFormat: 'yyyy-MM-dd',
      timeFormat: 'HH:mm',
      delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    };
  }

  #change(body: string): ApiAnswer {
    const { automaticRepliesSetting: change } = JSON.parse(body) as { automaticRepliesSetting?: Partial<OutlookReply> };
    if (!change || this.#replies.write(change) !== null) return graphError('badRequest');
    return jsonAnswer(200, { '@odata.context': metadata, automaticRepliesSetting: { ...this.#replies.now } });
  }
}
