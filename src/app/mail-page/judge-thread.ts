// Whether the newest message of the open thread asks for something: judged here, where its text is at hand. What goes to
// the worker is the result and a code for why.
import { type AsksReading, judgeAsks } from '../../domain/thread/asks.ts';
import type { MailSite } from '../../sites/site.ts';
import { readOwnWords } from './own-words.ts';
import type { Reading } from './see.ts';

type Thread = NonNullable<Reading['thread']>;

export interface ThreadJudge {
  /** The reading with what the newest open message asks; itself where it says so already, or there is nothing to say. */
  judge(reading: Reading): Reading;
}

export function makeThreadJudge({ bodies }: Pick<MailSite, 'bodies'>, document: Document): ThreadJudge {
  let known: { body: Element; length: number; told: AsksReading } | null = null;

  const judgeBody = (body: Element): AsksReading => {
    const length = body.textContent?.length ?? 0;
    if (known?.body !== body || known.length !== length) known = { body, length, told: judgeAsks(readOwnWords(body)) };
    return known.told;
  };
  return {
    judge(reading) {
      const { thread, owner } = reading;
      const at = thread ? findNewest(thread, owner) : -1;
      const body = at >= 0 ? bodies?.(document)[at] : null;
      if (!thread || !body) return reading;
      const { asks, reason } = judgeBody(body);
      if (thread.messages[at]?.asksReason === reason) return reading;
      const messages = thread.messages.map((each, index) =>
        index === at ? { ...each, ...(asks !== undefined && { asks }), asksReason: reason } : each,
      );
      return { ...reading, thread: { ...thread, messages } };
    },
  };
}

/** The last one of the thread, where it is open and somebody else's: an older one asks nothing that is still to answer. */
function findNewest({ messages }: Thread, owner: string | null): number {
  let newest = -1;
  messages.forEach(({ sentAt }, at) => {
    if (sentAt && (newest < 0 || Date.parse(sentAt) >= Date.parse(messages[newest]!.sentAt!))) newest = at;
  });
  const found = messages[newest];
  return found && !found.collapsed && found.from && found.from.email !== owner ? newest : -1;
}
