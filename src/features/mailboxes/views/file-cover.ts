// What time a mailbox file covers, from the dates of all its messages: kept are the days, and whether mail went both ways.

export interface FileCover {
  /** Instants. */
  from: string;
  to: string;
  /** The mentor's own address that wrote most of what was sent. */
  address?: string;
  sent: boolean;
  received: boolean;
}

interface Day {
  from: string;
  to: string;
  sent: boolean;
  received: boolean;
}

/** A longer time without any mail at all, in or out, is one that the file does not hold, or a message with a wrong date. */
const LONGEST_GAP_DAYS = 31;
const DAY = 86_400_000;

export interface CoverCount {
  add(sentAt: string, from: string): void;
  /** The longest stretch without such a gap; undefined where nothing was dated before now. */
  cover(): FileCover | undefined;
}

/** `own` holds the mentor's addresses, lower case. What is dated after `now` shows nothing. */
export function countCover(own: ReadonlySet<string>, now: string): CoverCount {
  const days = new Map<string, Day>();
  const addresses = new Map<string, number>();
  return {
    add(sentAt, from) {
      if (Date.parse(sentAt) > Date.parse(now)) return;
      const isOwn = own.has(from);
      if (isOwn) addresses.set(from, (addresses.get(from) ?? 0) + 1);
      const key = sentAt.slice(0, 10);
      const day = days.get(key) ?? { from: sentAt, to: sentAt, sent: false, received: false };
      if (Date.parse(sentAt) < Date.parse(day.from)) day.from = sentAt;
      if (Date.parse(sentAt) > Date.parse(day.to)) day.to = sentAt;
      day.sent ||= isOwn;
      day.received ||= !isOwn;
      days.set(key, day);
    },
    cover() {
      const longest = findStretches(days).toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
      const [address] = [...addresses].toSorted((a, b) => b[1] - a[1])[0] ?? [];
      return longest && { ...longest, ...(address && { address }) };
    },
  };
}

const lengthOf = ({ from, to }: Day) => Date.parse(to) - Date.parse(from);

function findStretches(days: ReadonlyMap<string, Day>): Day[] {
  const stretches: Day[] = [];
  for (const [, day] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = stretches.at(-1);
    if (last && Date.parse(day.from) - Date.parse(last.to) <= LONGEST_GAP_DAYS * DAY) {
      last.to = day.to;
      last.sent ||= day.sent;
      last.received ||= day.received;
    } else stretches.push({ ...day });
  }
  return stretches;
}
