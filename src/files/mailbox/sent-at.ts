// When a message was sent, from fields that programs of forty years wrote: RFC 5322, section 3.3, the obsolete forms of
// section 4.3, and what was never right and is common all the same.

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zones by name, in hours east: those of RFC 5322, section 4.3, and those that mail programs write. */
const zones: Readonly<Record<string, number>> = {
  ...{ ut: 0, utc: 0, gmt: 0, z: 0, wet: 0, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
  ...{
    akst: -9,
    akdt: -8,
    hst: -10,
    bst: 1,
    west: 1,
    cet: 1,
    met: 1,
    mez: 1,
    cest: 2,
    mest: 2,
    mesz: 2,
    eet: 2,
    sast: 2,
  },
  ...{ eest: 3, msk: 3, jst: 9, kst: 9, hkt: 8, sgt: 8, awst: 8, aest: 10, aedt: 11, nzst: 12, nzdt: 13 },
};

const written =
  /^(?:[^\d,]{0,20}[,.]?\s+)?(\d{1,2})[\s.-]+([a-z]{3})[a-z.]*[\s-]+(\d{2,4}),?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*(.*)$/i;
/** As C's asctime writes it, and Unix mail after it: the zone may stand before the year. */
const asctime =
  /^(?:[a-z]{3},?\s+)?([a-z]{3})[a-z.]*\s+(\d{1,2}),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?:([a-z]{2,4}|[+-]\d{4})\s+)?(\d{4})\s*(.*)$/i;
const iso = /^(\d{4})-(\d\d)-(\d\d)[t\s]+(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(.*)$/i;

/** Longer than any date with its comments. */
const LONGEST = 300;
/** Nobody's mail of a mentoring relationship is older: a clock that says so was never set. */
const NEVER_SET = '1990-01-01T00:00:00Z';
/** Clocks of mail servers agree better than this. */
const CLOCK_DRIFT = 60 * 60_000;

/** To the second, or undefined where the field tells no instant of these times. A zone nobody knows is UTC (4.3). */
export function readDateField(field: string | undefined): string | undefined {
  const text = tidy((field ?? '').slice(0, LONGEST));
  const at = readWritten(text) ?? readAsctime(text) ?? readIso(text);
  return at !== undefined && at >= NEVER_SET ? at : undefined;
}

/** Without comments, quotes and folds. */
function tidy(field: string): string {
  const bare = /[("]/.test(field) ? field.replace(/\((?:[^()]|\([^()]*\))*\)/g, ' ').replaceAll('"', '') : field;
  return bare.replace(/\s+/g, ' ').trim();
}

type Parts = readonly (string | undefined)[];

function readWritten(text: string): string | undefined {
  const [, day, month, year, ...rest] = written.exec(text) ?? [];
  const [hour, minute, second, zone] = rest;
  return day === undefined ? undefined : toInstant([year, toMonth(month), day, hour, minute, second], zone);
}

function readAsctime(text: string): string | undefined {
  const [, month, day, hour, minute, second, before, year, after] = asctime.exec(text) ?? [];
  return day === undefined ? undefined : toInstant([year, toMonth(month), day, hour, minute, second], before ?? after);
}

function readIso(text: string): string | undefined {
  const [, ...parts] = iso.exec(text) ?? [];
  return parts.length === 0 ? undefined : toInstant(parts.slice(0, 6), parts[6]);
}

const toMonth = (name: string | undefined) => String(months.indexOf((name ?? '').toLowerCase()) + 1);

/** Two digits of a year are this century's up to 49, three count from 1900 (RFC 5322, 4.3). */
function toYear(year: string | undefined): number {
  const number = Number(year);
  if ((year?.length ?? 0) >= 4) return number;
  return number < 50 ? 2000 + number : 1900 + number;
}

function toInstant([year, ...parts]: Parts, zone: string | undefined): string | undefined {
  const [month, day, hour, minute, second] = parts.map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!isDay || hour > 24 || minute > 59 || second > 60) return undefined;
  const at = Date.UTC(toYear(year), month - 1, day, hour, minute - toOffset(zone), second);
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** Minutes east of UTC. */
function toOffset(zone: string | undefined): number {
  const text = (zone ?? '').trim().toLowerCase();
  const [, sign, hours, minutes] = /^(?:gmt|utc?)?\s*([+-])(\d{1,2}):?(\d{2})\b/.exec(text) ?? [];
  if (sign !== undefined) {
    const offset = Number(hours) * 60 + Number(minutes);
    return Number(hours) > 14 || Number(minutes) > 59 ? 0 : sign === '-' ? -offset : offset;
  }
  return (zones[/^[a-z]+/.exec(text)?.[0] ?? ''] ?? 0) * 60;
}

/**
 * When it was sent. What the last server noted decides where the sender's clock says something later than that, or
 * nothing.
 */
export function findTime(header: (name: string) => string): string | undefined {
  const sent = readDateField(header('date'));
  const received = readDateField(header('received').split(';').at(-1)) ?? readDateField(header('delivery-date'));
  if (!sent || !received) return sent ?? received ?? readDateField(header('resent-date'));
  return Date.parse(sent) > Date.parse(received) + CLOCK_DRIFT ? received : sent;
}
