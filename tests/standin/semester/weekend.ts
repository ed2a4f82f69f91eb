// From Friday to this Monday morning: each situation once. What came after Friday evening nobody has looked at yet.
import {
  amina,
  coMentor,
  coordinator,
  elif,
  grace,
  jun,
  lukasz,
  mei,
  noah,
  priya,
  rana,
  sofia,
  stranger,
  ting,
  tomas,
  victor,
  yousef,
} from './cast.ts';
import { addressOf, myAddress, type Post } from './post.ts';
import type { Member, StandinContact, StandinMessage } from './types.ts';

const HOUR = 3_600_000;

interface Said {
  subject: string;
  body: string;
  /** Hours before now. */
  ago: number;
  unread?: boolean;
  threadId?: string;
}

export function tellWeekend(post: Post, now: number): void {
  const at = (hours: number) => now - Math.round(hours * HOUR);
  const from = (who: Member, said: Said, which = 0): StandinMessage => {
    const { ago, ...rest } = said;
    const { account } = who;
    return post.send({ account, at: at(ago), from: addressOf(who, which), to: [myAddress(account)], ...rest });
  };
  const to = (who: Member, said: Said): StandinMessage => {
    const { ago, ...rest } = said;
    const { account } = who;
    return post.send({ account, at: at(ago), from: myAddress(account), to: [addressOf(who)], ...rest });
  };
  const unread = true;

  // Late by five hours.
  const osce = 'Hi! I was wondering if you could tell me how the OSCE stations are timed. Ours is on the 20th.';
  from(amina, { subject: 'Question about the OSCE schedule', body: osce, ago: 53, unread });

  // Seven hours left, on a thread that has been going.
  const elective = from(jun, { subject: 'Research elective, two options', body: 'Imaging or immunology?', ago: 100 });
  const re = { subject: 'Re: Research elective, two options', threadId: elective.threadId };
  to(jun, { ...re, body: 'Imaging, if you like people who explain. Ask Dr. Halvorsen.', ago: 92 });
  from(jun, {
    ...re,
    body: 'Thanks, that helps. One more thing: may I name you when I write to her?',
    ago: 41,
    unread,
  });

  // More than a day left; and from another address of the mentee.
  from(ting, { subject: '关于临床见习的问题', body: 'Could I join your ward round on Wednesday?', ago: 15, unread });
  from(
    priya,
    { subject: 'Exam stress', body: 'From my private address: can we talk this week?', ago: 12.7, unread },
    1,
  );

  // Answered by the co-mentor.
  const clinic = from(yousef, { subject: 'سؤال عن العيادة', body: 'Who signs the clinic form?', ago: 66 });
  post.send({
    account: 'gmail',
    at: at(44),
    from: addressOf(coMentor),
    to: [addressOf(yousef)],
    cc: [myAddress('gmail')],
    subject: 'Re: سؤال عن العيادة',
    body: 'Beatriz does, any day before noon. I have told her you are coming.',
    threadId: clinic.threadId,
    unread,
  });

  // Answered from the phone: the list alone does not tell who spoke last.
  const ward = from(rana, { subject: 'Ward shoes?', body: 'Do I need special shoes for the ward?', ago: 67 });
  to(rana, {
    subject: 'Re: Ward shoes?',
    body: 'No, just clean ones. Sent from my phone',
    ago: 43,
    threadId: ward.threadId,
  });

  // Answered in time, seen.
  const notes = from(lukasz, { subject: 'Notatki z fizjologii', body: 'Could I borrow your notes?', ago: 88 });
  to(lukasz, {
    subject: 'Re: Notatki z fizjologii',
    body: 'In the shared folder now.',
    ago: 70,
    threadId: notes.threadId,
  });

  // Machines and closings: none of them asks for anything.
  to(grace, { subject: 'Checking in before block 4', body: 'How are you? Coffee next week?', ago: 65 });
  post.send({
    account: 'gmail',
    at: at(60.9),
    from: addressOf(grace),
    to: [myAddress('gmail')],
    subject: 'Automatic reply: Checking in before block 4',
    body: 'I am on placement until Wednesday and read mail in the evening.',
    kind: 'auto-reply',
    unread,
  });
  post.send({
    account: 'gmail',
    at: at(30),
    from: addressOf(noah),
    to: [myAddress('gmail')],
    subject: 'Accepted: Coffee with Robin @ Thu 5pm - 6pm',
    body: 'Noah has accepted this invitation.',
    kind: 'calendar',
    unread,
  });
  const form = from(tomas, { subject: 'Form for the elective', body: 'Which form is it?', ago: 96 });
  to(tomas, {
    subject: 'Re: Form for the elective',
    body: 'The green one. Office 2.',
    ago: 71,
    threadId: form.threadId,
  });
  const closing = { subject: 'Re: Form for the elective', body: 'Thanks so much, that solves it.', ago: 20, unread };
  post.send({
    account: 'gmail',
    at: at(closing.ago),
    from: addressOf(tomas),
    to: [myAddress('gmail')],
    subject: closing.subject,
    body: closing.body,
    asks: false,
    threadId: form.threadId,
    unread,
  });

  // The other programmes, and the other mailbox.
  from(mei, { subject: 'Our next speed session', body: 'Shall we take the wrap-up questions first?', ago: 45, unread });
  to(victor, { subject: 'Agenda for our meeting', body: 'What would you like to put on it?', ago: 74 });
  from(elif, { subject: 'Research supervisor', body: 'Would you look at my mail to the supervisor?', ago: 25, unread });
  to(sofia, { subject: 'Sunday run', body: 'Eight o’clock at the bridge, bring water.', ago: 72 });

  // Somebody who may be a mentee.
  const intro = post.send({
    account: 'gmail',
    at: at(59),
    from: addressOf(coordinator),
    to: [myAddress('gmail')],
    cc: [addressOf(stranger)],
    subject: 'Introducing Leila Farouk',
    body: 'Leila joins your cohort after her transfer. Could you welcome her?',
    unread,
  });
  post.send({
    account: 'gmail',
    at: at(18),
    from: addressOf(stranger),
    to: [myAddress('gmail')],
    cc: [addressOf(coordinator)],
    subject: 'Re: Introducing Leila Farouk',
    body: 'Hello Robin, thank you, Beatriz. When could we meet?',
    threadId: intro.threadId,
    unread,
  });
}

/** Texts and calls, in the mentor's own word. The last one waits for an answer. */
export function tellContacts(now: number): StandinContact[] {
  const contact = (id: string, who: Member, hours: number, more: Partial<StandinContact>): StandinContact => ({
    id: `c-${id}`,
    with: who.id,
    at: new Date(now - Math.round(hours * HOUR)).toISOString(),
    channel: 'text',
    direction: 'in',
    made: true,
    ...more,
  });
  return [
    contact('sofia-1', sofia, 700, {}),
    contact('sofia-2', sofia, 690, { direction: 'out', answers: 'c-sofia-1' }),
    contact('jun-call', jun, 420, { channel: 'call', direction: 'out' }),
    contact('rana-missed', rana, 300, { channel: 'call', made: false }),
    contact('rana-back', rana, 292, { channel: 'call', direction: 'out', answers: 'c-rana-missed' }),
    contact('ting-met', ting, 350, { channel: 'in-person', direction: 'out' }),
    contact('sofia-now', sofia, 11.5, {}),
  ];
}
