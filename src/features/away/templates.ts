// The words of the messages for going away, by language and audience. None says where or why.

/** `inside` and `outside` are an automatic reply's two audiences; the others are mails to people, `meeting` to those of one. */
export type Audience = 'inside' | 'outside' | 'mentees' | 'co-mentor' | 'meeting';

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

export interface Words {
  subject: string;
  paragraphs: string[];
}

type Template = (facts: Dates & { me: string; programme: string; cover: string; meeting: string }) => Words;

export interface Dates {
  from: string;
  to: string;
  returns: string;
}

export const templates: Record<Language, Record<Audience, Template>> = {
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
    meeting: ({ me, returns, meeting }) => ({
      subject: meeting ? `Our meeting on ${meeting}` : 'Our meeting',
      paragraphs: [
        'Hello,',
        `I am away then and will be back on ${returns}, so I have to move our meeting${meeting ? ` on ${meeting}` : ''}. I am sorry for the change.`,
        `Which time would suit you, before I leave or from ${returns} on?`,
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
    meeting: ({ me, returns, meeting }) => ({
      subject: meeting ? `Notre rencontre du ${meeting}` : 'Notre rencontre',
      paragraphs: [
        'Bonjour,',
        `Je suis en absence à ce moment-là, de retour le ${returns} ; je dois donc déplacer notre rencontre${meeting ? ` du ${meeting}` : ''}. Je regrette ce changement.`,
        `Quel moment te conviendrait, avant mon départ ou à partir du ${returns} ?`,
        me,
      ],
    }),
  },
};

export const covers: Record<Language, (name: string, email: string) => string> = {
  en: (name, email) => `Until then you can reach ${name} at ${email}.`,
  fr: (name, email) => `D’ici là, ${name} peut vous répondre : ${email}.`,
};
