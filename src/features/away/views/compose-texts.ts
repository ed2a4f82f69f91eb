// The texts of one absence as each audience gets them, in a language and with the dates of a place.
import type { Away } from '../../../domain/away/away.ts';
import { findTold, toldReturn } from '../../../domain/away/done.ts';
import type { Task } from '../../../domain/away/plan.ts';
import { dateOf } from '../../../domain/time/windows.ts';
import { findProgramme } from '../../../programmes/index.ts';
import { type Audience, type ComposedMessage, composeMessage, type MessageFacts } from '../compose-message.ts';
import type { ReadyMail, ReplyTexts } from './actions.ts';
import { type AwaySetting, emailOf, nameOf } from './props.ts';

/** Languages there are texts in, with the places whose dates they may be written as. */
export const locales: readonly { value: string; text: string }[] = [
  { value: 'en-CA', text: 'English (Canada)' },
  { value: 'en-GB', text: 'English (United Kingdom)' },
  { value: 'en-US', text: 'English (United States)' },
  { value: 'fr-CA', text: 'Français (Canada)' },
  { value: 'fr-FR', text: 'Français (France)' },
];

/** The reader's own where there is a text in it; otherwise the first of its language, English at last. */
export function chooseLocale(locale: string): string {
  const [language] = locale.split('-');
  return (
    (locales.find(({ value }) => value === locale) ?? locales.find(({ value }) => value.startsWith(`${language}-`)))
      ?.value ?? 'en-CA'
  );
}

function factsOf(away: Away, setting: AwaySetting, locale: string, relationship?: string): MessageFacts {
  const bonds = setting.small.relationships;
  const bond = bonds.find(({ id }) => id === (relationship ?? away.relationships[0]));
  const me = bond ? nameOf(setting, bond.me) : '';
  const programme = bond && findProgramme(setting.small.programmes, bond.programme)?.short;
  const cover = findCover(away, setting);
  return {
    me,
    from: away.from,
    to: away.to,
    returns: away.returns,
    locale,
    ...(cover && { cover }),
    ...(relationship && programme && { programme }),
  };
}

/** Whoever covers, where they were told and agreed, and can be written to. */
function findCover({ cover, ...away }: Away, setting: AwaySetting): MessageFacts['cover'] {
  if (!cover || !findTold(away, setting.small.notices).has(cover.person)) return undefined;
  const [email] = emailOf(setting, cover.person);
  return email ? { name: nameOf(setting, cover.person), email } : undefined;
}

export function composeReplyTexts(away: Away, setting: AwaySetting, locale: string): ReplyTexts {
  const facts = { ...factsOf(away, setting, locale), returns: toldReturn(away) };
  const inside = composeMessage('inside', facts);
  return { subject: inside.subject, inside: inside.text, outside: composeMessage('outside', facts).text };
}

const audiences: Record<Exclude<Task['kind'], 'auto-message'>, Audience> = {
  'tell-co-mentor': 'co-mentor',
  'tell-mentees': 'mentees',
  'move-meeting': 'meeting',
};

/** To the co-mentors by name; mentees stand in Bcc, so that none sees the others. */
export function composeMail(away: Away, task: Task, setting: AwaySetting, locale: string): ReadyMail {
  if (task.kind === 'auto-message') throw new TypeError('an automatic message is no mail');
  const { small } = setting;
  const zone = small.relationships.find(({ id }) => id === task.relationship)?.zone ?? setting.overview.zone;
  const start = task.meeting?.start;
  const meeting = start && (start.includes('T') ? dateOf(start, zone) : start.slice(0, 10));
  const facts = factsOf(away, setting, locale, task.relationship);
  const message: ComposedMessage = composeMessage(audiences[task.kind], { ...facts, ...(meeting && { meeting }) });
  const me = small.relationships.find(({ id }) => id === task.relationship)?.me;
  const untold = task.people.filter((person) => person !== me && !task.told.includes(person));
  const emails = (untold.length > 0 ? untold : task.people).flatMap((person) => emailOf(setting, person));
  const isHidden = task.kind !== 'tell-co-mentor' && emails.length > 1;
  return { ...message, to: isHidden ? [] : emails, bcc: isHidden ? emails : [] };
}
