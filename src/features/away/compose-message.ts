// Texts for going away: a few honest templates by audience and language. Every one names the date of return; none says
// where or why; who covers is named only when they were told and agreed (PROGRAMMES A1 to A4).
import { namesDate } from '../../domain/away/names-date.ts';
import { type Audience, covers, type Language, languages, templates } from './templates.ts';

export { type Audience, type Language, languages } from './templates.ts';

export interface MessageFacts {
  /** The mentor's name, as it stands under the mail. */
  me: string;
  /** Dates, YYYY-MM-DD; `to` inclusive. */
  from: string;
  to: string;
  returns: string;
  /** Any locale of the language: `en-CA`, `fr-FR`. Dates are written as it writes them. */
  locale: string;
  /** Whoever covers, told and agreed. */
  cover?: { name: string; email: string };
  programme?: string;
  /** The date of the meeting that can't be held. */
  meeting?: string;
}

export interface ComposedMessage {
  subject: string;
  text: string;
  /** The same in paragraphs, everything of others' making escaped. */
  html: string;
}

/** A name in a script written from right to left does not turn the sentence round. */
const isolate = (text: string) => (/[\u0590-\u08ff\ufb1d-\ufefc]/.test(text) ? `\u2068${text}\u2069` : text);

/** The language of a locale, English where there is no template for it. */
export function languageOf(locale: string): Language {
  const [language] = locale.toLowerCase().split('-');
  return languages.find((each) => each === language) ?? 'en';
}

export function composeMessage(audience: Audience, facts: MessageFacts): ComposedMessage {
  const language = languageOf(facts.locale);
  const date = (day: string) =>
    Temporal.PlainDate.from(day).toLocaleString(facts.locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      calendar: 'gregory',
    });
  const cover = facts.cover ? covers[language](isolate(oneLine(facts.cover.name)), facts.cover.email) : '';
  const { subject, paragraphs } = templates[language][audience]({
    me: isolate(oneLine(facts.me)),
    from: date(facts.from),
    to: date(facts.to),
    returns: date(facts.returns),
    programme: oneLine(facts.programme ?? ''),
    meeting: facts.meeting ? date(facts.meeting) : '',
    cover,
  });
  const kept = paragraphs.filter(Boolean);
  return { subject, text: kept.join('\n\n'), html: kept.map((words) => `<p>${escapeHtml(words)}</p>`).join('') };
}

/** A name never brings lines of its own, nor anything that reads as a header. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029\u2066-\u2069\u202a-\u202e]+/gu, ' ').trim();

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!).replace(/\r?\n/g, '<br>');
}

export type TextProblem = 'no-return-date' | 'empty' | 'too-long' | 'placeholder';

/** Gmail's and Outlook's responders both take so much; nobody reads more. */
const LONGEST = 10_000;

/** Why a text that the mentor edited can't be used as it is; null when it can (PROGRAMMES A2). */
export function findTextProblem(text: string, returns: string): TextProblem | null {
  if (text.trim() === '') return 'empty';
  if (text.length > LONGEST) return 'too-long';
  if (/\{\{|\}\}|\[(?:name|date|return)[^\]]*\]|<<|>>/i.test(text)) return 'placeholder';
  return namesDate(text, returns) ? null : 'no-return-date';
}
