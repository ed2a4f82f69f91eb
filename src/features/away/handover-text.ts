// A handover sheet as the lines of a mail, in the languages of the other texts.
import { type Language, languageOf } from './compose-message.ts';
import type { Handover } from './handover.ts';

interface Words {
  colon: string;
  title(programme: string): string;
  waits(count: number): string;
  none: string;
  meeting(when: string): string;
  asOf(when: string): string;
}

const words: Record<Language, Words> = {
  en: {
    colon: ': ',
    title: (programme) => `What waits (${programme})`,
    waits: (count) => (count === 1 ? '1 thread waits for an answer' : `${count} threads wait for an answer`),
    none: 'No thread waits for an answer, and no meeting is booked until then.',
    meeting: (when) => `meeting on ${when}`,
    asOf: (when) => `As of ${when}. No message is quoted here.`,
  },
  fr: {
    colon: '\u00a0: ',
    title: (programme) => `En attente (${programme})`,
    waits: (count) =>
      count === 1 ? '1 fil de discussion attend une réponse' : `${count} fils de discussion attendent une réponse`,
    none: 'Aucun fil de discussion n’attend de réponse et aucune rencontre n’est prévue d’ici là.',
    meeting: (when) => `rencontre le ${when}`,
    asOf: (when) => `État au ${when}. Aucun message n’est cité ici.`,
  },
};

export function composeHandoverText(handover: Handover, { locale, zone }: { locale: string; zone: string }): string {
  const say = words[languageOf(locale)];
  const format = (style: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...style, timeZone: zone });
  const stamp = format({ weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
  const age = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' });
  const hours = new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'long' });
  const ageOf = (since: string) => {
    const passed = Math.max(0, (Date.parse(handover.writtenAt) - Date.parse(since)) / 3_600_000);
    return passed < 48 ? hours.format(Math.floor(passed)) : age.format(Math.floor(passed / 24));
  };
  const lines = handover.mentees.flatMap(({ name, threads, meetings }) => {
    if (threads.length + meetings.length === 0) return [];
    const waits =
      threads.length > 0
        ? [`${say.waits(threads.length)}${say.colon}${threads.map(({ since }) => ageOf(since)).join(', ')}`]
        : [];
    const booked = meetings.map(({ start }) => say.meeting(stamp.format(Date.parse(start))));
    return [`- ${oneLine(name)}${say.colon}${[...waits, ...booked].join('; ')}`];
  });
  return [
    `${say.title(oneLine(handover.programme.name))}${say.colon.trimEnd()}`,
    ...(lines.length > 0 ? lines : [say.none]),
    '',
    say.asOf(stamp.format(Date.parse(handover.writtenAt))),
  ].join('\n');
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029\u2066-\u2069\u202a-\u202e]+/gu, ' ').trim();
