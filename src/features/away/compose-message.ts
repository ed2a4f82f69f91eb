// Texts for going away: a few honest templates by audience and language. Every one names the date of return; none says
// where or why; who covers is named only when they were told and agreed (PROGRAMMES A1 to A4).
import { namesDate } from '../../domain/away/names-date.ts';

/** `inside` and `outside` are an automatic reply's two audiences; the others are mails to people. */
export type Audience = 'inside' | 'outside' | 'mentees' | 'co-mentor';

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

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
}

export interface ComposedMessage {
  subject: string;
  text: string;
  /** The same in paragraphs, everything of others' making escaped. */
  html: string;
}

interface Words {
  subject: string;
  paragraphs: string[];
}

type Template = (facts: Dates & { me: string; programme: string; cover: string }) => Words;

interface Dates {
  from: string;
  to: string;
  returns: string;
}

/** A name in a script written from right to left does not turn the sentence round. */
const isolate = (text: string) => (/[\u0590-\u08ff\ufb1d-\ufefc]/.test(text) ? `\u2068${text}\u2069` : text);

const templates: Record<Language, Record<Audience, Template>> = {
  en: {
    inside: ({ me, from, to, returns, cover }) => ({
      subject: `Away until ${to}`,
      paragraphs: [
        'Thank you for your message.',
        `I am away from ${from} to ${to} and will be back on ${returns}.`,
        cover || 'I will answer when I am back.',
        me,
      ],
    }),
    outside: ({ me, returns }) => ({
      subject: `Away, back on ${returns}`,
      paragraphs: ['Thank you for your message.', `I am away and will be back on ${returns}. I will answer then.`, me],
    }),
    mentees: ({ me, from, to, returns, cover }) => ({
      subject: `Away ${from} to ${to}`,
      paragraphs: [
        'Hello,',
        `I am away from ${from} to ${to} and will be back on ${returns}. Until then I may not answer in the usual time.`,
        cover,
        `Anything that can wait I will answer from ${returns} on.`,
        me,
      ],
    }),
    'co-mentor': ({ me, from, to, returns, programme }) => ({
      subject: `Away ${from} to ${to}`,
      paragraphs: [
        'Hello,',
        `I am away from ${from} to ${to} and will be back on ${returns}${programme ? ` (${programme})` : ''}. In that time I cannot meet our response times.`,
        'Could you look after our mentees until then? Please answer with a yes or a no, so that I name you only if you agree.',
        me,
      ],
    }),
  },
  fr: {
    inside: ({ me, from, to, returns, cover }) => ({
      subject: `Absence jusqu’au ${to}`,
      paragraphs: [
        'Merci de votre message.',
        `Je suis en absence du ${from} au ${to}, de retour le ${returns}.`,
        cover || 'Je répondrai à mon retour.',
        me,
      ],
    }),
    outside: ({ me, returns }) => ({
      subject: `Absence, retour le ${returns}`,
      paragraphs: ['Merci de votre message.', `Je suis en absence, de retour le ${returns}. Je répondrai alors.`, me],
    }),
    mentees: ({ me, from, to, returns, cover }) => ({
      subject: `Absence du ${from} au ${to}`,
      paragraphs: [
        'Bonjour,',
        `Je suis en absence du ${from} au ${to}, de retour le ${returns}. D’ici là, mes réponses peuvent tarder.`,
        cover,
        `Je répondrai à partir du ${returns} à tout ce qui peut attendre.`,
        me,
      ],
    }),
    'co-mentor': ({ me, from, to, returns, programme }) => ({
      subject: `Absence du ${from} au ${to}`,
      paragraphs: [
        'Bonjour,',
        `Je suis en absence du ${from} au ${to}, de retour le ${returns}${programme ? ` (${programme})` : ''}. Pendant ce temps, je ne pourrai pas tenir nos délais de réponse.`,
        'Pourrais-tu t’occuper de nos mentorés d’ici là ? Réponds simplement oui ou non : je ne te nommerai que si tu es d’accord.',
        me,
      ],
    }),
  },
};

const covers: Record<Language, (name: string, email: string) => string> = {
  en: (name, email) => `Until then you can reach ${name} at ${email}.`,
  fr: (name, email) => `D’ici là, ${name} peut vous répondre : ${email}.`,
};

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
