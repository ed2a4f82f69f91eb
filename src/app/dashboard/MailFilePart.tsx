import { judgeAsks } from '../../domain/thread/asks.ts';
import type { Message } from '../../domain/thread/message.ts';
import { MailboxFile } from '../../features/mailboxes/views/MailboxFile.tsx';
import type { ReadMailbox, StorePortion } from '../../features/mailboxes/views/mailbox-file.ts';
import { keepWanted, planWanted } from '../../features/mailboxes/wanted.ts';
import type { Desk } from './dashboard-state.ts';

/** Mailbox files, read in this page: the readers are loaded once a file is there. */
export function MailFilePart({ desk: { deps, small, overview, reload } }: { desk: Desk }) {
  const wanted = planWanted(small.people, small.relationships, overview.now, small.programmes);
  const read: ReadMailbox = async function* (bytes, { onMessage, ...options }) {
    const [{ readMailbox }, { readOwnReply }] = await Promise.all([
      import('../../files/mailbox.ts'),
      import('../../files/mailbox/own-reply.ts'),
    ]);
    let text: string | undefined;
    const onMail: NonNullable<Parameters<typeof readMailbox>[1]>['onMail'] = (mail) => {
      text = mail.text;
      onMessage(mail.record.sentAt, mail.record.from.email);
    };
    for await (const message of readMailbox(bytes, { ...options, onMail })) {
      const isKept = message.kind === 'personal' && keepWanted([message], wanted).length > 0;
      yield isKept && text !== undefined ? judged(message, readOwnReply(text)) : message;
    }
  };
  const store: StorePortion = async (portion) => {
    const answer = await deps.ask('mail.import', portion);
    if (portion.last) reload();
    return answer.ok ? answer.value : null;
  };
  return <MailboxFile wanted={wanted} now={deps.now} zone={overview.zone} read={read} store={store} />;
}

/** Of the text only the result goes on, and why. */
function judged(message: Message, own: string): Message {
  const { asks, reason } = judgeAsks(own);
  return { ...message, ...(asks !== undefined && { asks }), asksReason: reason };
}
