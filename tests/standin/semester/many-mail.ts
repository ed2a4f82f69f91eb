// A mailbox of any size: years of questions with their answers, and among them much that is nobody's business.
import { cohort } from './cast.ts';
import { addressOf, makePost, myAddress } from './post.ts';
import type { AccountId, StandinMessage } from './types.ts';

interface Wanted {
  account: AccountId;
  count: number;
  /** The last of them came before this instant, the first this many days before. */
  now: string;
  daysBack: number;
  /** Every how many messages one is a mentee's question, followed by its answer. */
  every?: number;
}

/** Half of what is a mentee's is in Sent; older mail is archived. */
export function manyMessages({ account, count, now, daysBack, every = 10 }: Wanted): StandinMessage[] {
  const post = makePost();
  const end = Date.parse(now) - 5 * 86_400_000;
  const step = ((daysBack - 5) * 86_400_000) / count;
  const mentees = cohort.filter((each) => each.account === account);
  const mine = myAddress(account);
  for (let n = 0; n < count; n++) {
    const at = Math.floor(end - (count - n) * step);
    const archived = n < count / 3;
    if (n % every < 2 && mentees.length > 0) {
      const mentee = addressOf(mentees[Math.floor(n / every) % mentees.length]!);
      const subject = `Question ${Math.floor(n / every)}`;
      const asked = post.messages.at(-1);
      if (n % every === 0) post.send({ account, at, from: mentee, to: [mine], subject, body: 'May I?', archived });
      else
        post.send({
          account,
          at,
          from: mine,
          to: [mentee],
          subject: `Re: ${subject}`,
          body: 'Yes.',
          threadId: asked!.threadId,
        });
    } else {
      const from = { name: `Office ${n % 7}`, email: `office${n % 7}@umms.example.edu` };
      post.send({ account, at, from, to: [mine], subject: `Notice ${n}`, body: 'For your files.', archived });
    }
  }
  return post.messages;
}
