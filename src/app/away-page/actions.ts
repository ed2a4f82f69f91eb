// What the planner does out in the world, as our own pages do it: ready mails, Gmail's form, handover sheets.
import type { Away } from '../../domain/away/away.ts';
import { toldReturn } from '../../domain/away/done.ts';
import { composeMessage } from '../../features/away/compose-message.ts';
import { composeHandover, type Handover, type HandoverFacts } from '../../features/away/handover.ts';
import { composeHandoverText } from '../../features/away/handover-text.ts';
import { type LeftOut, planMail } from '../../features/away/mails.ts';
import type { AwayActions, HandoverOutcome, ReadyMail, ReplyTexts } from '../../features/away/views/actions.ts';
import { chooseLocale, locales } from '../../features/away/views/compose-texts.ts';
import { MOST_BYTES, readHandover, writeHandover } from '../../files/handover.ts';
import { downloadText } from '../dashboard/download.ts';
import { usualMailbox } from '../links.ts';
import { mailLinks } from '../mail-links.ts';
import type { PageDeps } from '../page-deps.ts';
import { composeSteps } from './steps.ts';

export interface OutsideFacts extends HandoverFacts {
  locale: string;
  /** Says something once. */
  tell(text: string): void;
  /** Puts text on the clipboard. */
  copy(text: string): Promise<void>;
}

type Outside = Pick<
  AwayActions,
  'fillInGmail' | 'copySteps' | 'writeMail' | 'exportHandover' | 'composeHandover' | 'importHandover'
>;

export function makeOutsideActions(deps: PageDeps, facts: OutsideFacts): Outside {
  const textOf = (away: Away, relationship: string, locale: string): string => {
    const sheet = composeHandover(away, relationship, facts);
    return sheet ? composeHandoverText(sheet, { locale, zone: facts.overview.zone }) : '';
  };
  const giveOut = (away: Away, relationship: string): void => {
    const sheet = composeHandover(away, relationship, facts);
    if (sheet) downloadText(nameOf(sheet), writeHandover(sheet));
  };
  return {
    async fillInGmail(away, texts) {
      const site = deps.sites.find(({ id }) => id === 'gmail');
      if (!site || !(await deps.requestAccess(site))) return { done: false, code: 'no-access' };
      const owner = findOwner(facts);
      const values = {
        subject: texts.subject,
        text: oneText(texts),
        from: away.from,
        to: away.plannedTo ?? away.to,
      };
      const answer = await deps.ask('away.fillForm', { site: 'gmail', values, ...(owner && { owner }) });
      if (answer.ok) return answer.value;
      return { done: false, code: answer.code === 'no-answer' ? 'no-answer' : 'failed' };
    },
    async copySteps(away, texts, provider) {
      await facts.copy(provider === 'google' ? oneText(texts) : `${texts.inside}\n\n———\n\n${texts.outside}`);
      return composeSteps(away, provider, ownAddress(facts, provider));
    },
    async writeMail(away, task, mail) {
      const { source, address } = usualMailbox(mailLinks, facts.small);
      const site = mailLinks.find((each) => each.source === source) ?? mailLinks[0]!;
      const locale = localeOf(away, mail, facts.locale);
      const below = task.kind === 'tell-co-mentor' ? textOf(away, task.relationship, locale) : '';
      const { to, bcc, subject, text } = mail;
      const parts = { to, bcc, subject, text, ...(below && { below, instead: attached(locale) }) };
      const { url, left } = planMail(parts, (...all) => site.composeUrl(all[0], address, all[1], all[2], all[3]));
      if (left.includes('below')) giveOut(away, task.relationship);
      const rest = composeRest(left, mail);
      if (rest) await facts.copy(rest.copied);
      deps.openUrl(url);
      if (left.length > 0) facts.tell(rest?.said ?? 'The handover sheet was saved as a file: attach it to the mail.');
    },
    exportHandover: async (away, relationship) => giveOut(away, relationship),
    composeHandover: (away, relationship) => textOf(away, relationship, chooseLocale(facts.locale)),
    importHandover: (file) => takeOver(deps, file),
  };
}

const nameOf = ({ away }: Handover): string => `handover-${away.from}.json`;

/** Where everybody gets one text, it is the one for outside: it says least. */
const oneText = ({ inside, outside }: ReplyTexts): string => outside || inside;

/** The Gmail mailbox that is read; else whichever the browser opens. */
function findOwner({ small }: OutsideFacts): string | undefined {
  return small.sources.find(({ source, address }) => source === 'gmail-page' && address)?.address;
}

function ownAddress(facts: OutsideFacts, provider: 'google' | 'microsoft'): string | undefined {
  const account = facts.small.accounts.find((each) => each.provider === provider)?.address;
  return account ?? (provider === 'google' ? findOwner(facts) : undefined);
}

/** The language a mail was composed in shows in its subject. */
function localeOf(away: Away, mail: ReadyMail, own: string): string {
  const dates = { me: '', from: away.from, to: away.to, returns: toldReturn(away) };
  const found = locales.find(
    ({ value: locale }) => composeMessage('co-mentor', { ...dates, locale }).subject === mail.subject,
  );
  return found?.value ?? chooseLocale(own);
}

const attached = (locale: string): string =>
  locale.startsWith('fr') ? 'La feuille de relève est en pièce jointe.' : 'The handover sheet is attached.';

/** What a person puts in by hand, and how it is said to them. */
function composeRest(left: readonly LeftOut[], { bcc, text }: ReadyMail): { copied: string; said: string } | null {
  if (left.includes('text'))
    return { copied: text, said: 'The text did not fit: it was copied, paste it into the mail.' };
  if (!left.includes('bcc')) return null;
  return { copied: bcc.join(', '), said: 'The addresses did not fit: they were copied, paste them into Bcc.' };
}

async function takeOver({ ask }: PageDeps, file: File): Promise<HandoverOutcome> {
  if (file.size > MOST_BYTES) return { done: false, code: 'too-large' };
  const read = readHandover(await file.text());
  if (!read.ok) {
    const { code } = read.problem;
    return { done: false, code: code === 'too-large' || code === 'newer-version' ? code : 'not-a-handover' };
  }
  const { writtenAt, away, mentor, mentees } = read.sheet;
  const answer = await ask('handover.take', { writtenAt, away, mentor, mentees });
  return answer.ok ? answer.value : { done: false, code: 'failed' };
}
