// Addresses that nobody writes from, told by the names that senders give them.

/** "Do not answer", as senders write it in the languages they write in. Each part may be joined by - _ . or nothing. */
const noReply = [
  'no j reply',
  'not? j reply',
  'do j not j (?:reply|respond)',
  'dont j reply',
  'no j (?:responder|responda|contestar|responde)',
  'nao j (?:responda|responder)',
  'ne j pas j repondre',
  'nepas j repondre',
  'non j rispondere',
  '(?:bitte j )?nicht j antworten',
  'keine j antwort',
  'niet j (?:be)?antwoorden',
  'geen j antwoord',
  'nie j odpowiadaj',
  'inte j svara',
  'svar j ej',
  'ikke j svar',
  'ala j vastaa',
  'yanitlamayin(?:iz)?',
];
const machines = [
  'auto j ?(?:reply|responder|mailer|confirm|notify|generated)',
  'notifications?',
  'notify',
  'newsletters?',
  'mailings?',
  'bounces?',
  'mailer',
  'alerts?',
  'promo(?:tion)?s?',
  'unattended',
];
const joined = (words: readonly string[]) => words.map((each) => each.replaceAll(' j ', '[-_.]?')).join('|');

/** Such a name as a part of the address before the at-sign, or the first part for a name that people's could hold. */
const local = new RegExp(
  `^(?:[^@]*[-_.+=])?(?:${joined(noReply)})(?:[-_.+=][^@]*)?@|^(?:${joined(machines)})(?:[-_+=][^@]*)?@`,
);
/** A part of a domain that is set apart for mailings. */
const domain = /@(?:[^@]*\.)?(?:no-?reply|newsletters?|mailings?|promotions?|bounces?)\.[^@]*\.[^@.]+$/;
const calendarServer = /^calendar-(?:notification|server)@google\.com$/;
const daemon = /^(?:mailer-?daemon|mail-?daemon)@/;
const postmaster = /^post_?master@/;

/** Whether an address is one that nobody reads or writes from. */
export const isNoPerson = (email: string): boolean => local.test(email) || domain.test(email);
export const isCalendarServer = (email: string): boolean => calendarServer.test(email);
/** The mail system itself. */
export const isDaemon = (email: string): boolean => daemon.test(email);
/** The mail system, or whoever looks after it. */
export const isPostmaster = (email: string): boolean => daemon.test(email) || postmaster.test(email);
