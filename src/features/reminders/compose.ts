// What a notification says: one thing with its time, or several in one.

import type { OverviewItem } from '../deadlines/overview.ts';
import { describeTime } from '../deadlines/words.ts';
import type { Told } from './plan.ts';

export interface Notification {
  id: string;
  title: string;
  message: string;
}

export interface Telling extends Pick<Told, 'kind'> {
  item: OverviewItem;
}

interface Reader {
  now: string;
  zone: string;
  locale?: string;
}

/** Browsers refuse longer ids. */
const ID_LIMIT = 500;
const LINES = 4;
const single = 'one:';

/** Null when there is nothing to say. Several things make one notification. */
export function composeNotification(tellings: readonly Telling[], reader: Reader): Notification | null {
  const [first] = tellings;
  if (!first) return null;
  return tellings.length === 1 ? composeOne(first, reader) : composeMany(tellings, reader);
}

/** The verdict's key in a notification's id, or null where it speaks of several. */
export function parseNotificationId(id: string): string | null {
  return id.startsWith(single) ? id.slice(single.length) : null;
}

function composeOne({ kind, item }: Telling, reader: Reader): Notification {
  const id = single + item.key;
  return {
    id: id.length <= ID_LIMIT ? id : `many:${reader.now}`,
    title: titleOf(kind, item, reader),
    message: item.title,
  };
}

function titleOf(kind: Told['kind'], item: OverviewItem, reader: Reader): string {
  if (isReplyOn(item)) return 'Is your automatic reply off again?';
  if (!isReply(item) && item.rule !== 'monthly-contact') return `${item.mentee}: by ${dueOf(item, reader)}`;
  if (kind === 'due') return `${item.mentee} is waiting; an answer was due ${dueOf(item, reader)}`;
  if (item.rule === 'monthly-contact') return `Be in touch with ${item.mentee} this month`;
  return `Answer ${item.mentee} by ${dueOf(item, reader)}`;
}

const isReplyOn = ({ rule }: OverviewItem) => rule === 'away-reply';

const isReply = ({ rule }: OverviewItem) => rule === 'reply-email' || rule === 'reply-text';

function composeMany(tellings: readonly Telling[], reader: Reader): Notification {
  const deadlines = tellings.filter(({ item }) => !isReplyOn(item));
  const late = deadlines.filter((telling) => telling.kind === 'due').length;
  const soon = deadlines.length - late;
  const lines = tellings.slice(0, LINES).map(({ item }) => lineOf(item, reader));
  const more = tellings.length - lines.length;
  const counts = [late > 0 && `${late} late`, soon > 0 && `${soon} due soon`];
  return {
    id: `many:${reader.now}`,
    title: deadlines.length > 0 ? `Your mentees: ${counts.filter(Boolean).join(', ')}` : 'Your automatic replies',
    message: [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
  };
}

const lineOf = (item: OverviewItem, reader: Reader) =>
  isReplyOn(item) ? 'Is your automatic reply off again?' : `${item.mentee} · ${dueOf(item, reader)}`;

function dueOf(item: OverviewItem, { now, zone, locale }: Reader): string {
  return describeTime(item.mark.due ?? now, now, zone, locale);
}
