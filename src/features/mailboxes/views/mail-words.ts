// What keeps an account's mail from being read, as a sentence and the one thing that helps.
import type { Provider } from '../../../domain/meeting/calendar.ts';
import type { Mailbox } from '../../../domain/thread/mailbox.ts';
import type { ConnectOutcome } from '../../calendars/contract.ts';
import {
  composeConnectProblem,
  composeProblem,
  providerNames,
  type ToldProblem,
} from '../../calendars/views/account-words.ts';

type ConnectCode = Extract<ConnectOutcome, { done: false }>['code'];

export const folderNames: Record<Mailbox['folder'], string> = {
  inbox: 'Inbox',
  sent: 'Sent',
  archive: 'Archive',
  all: 'All mail',
};

export function composeMailProblem(
  problem: NonNullable<Mailbox['problem']>,
  provider: Provider,
  zone: string,
): ToldProblem {
  const name = providerNames[provider];
  if (problem.code === 'scope-missing') {
    return {
      text: `${name} was not allowed to show mail headers. Allow it again and leave that box ticked.`,
      help: 'sign-in',
    };
  }
  if (problem.code === 'not-shared') return { text: 'This folder is not there any more.', help: 'retry' };
  return composeProblem(problem, provider, zone);
}

/** Why mail is not read after all. */
export function composeMailConnectProblem(code: ConnectCode, provider: Provider): ToldProblem {
  const name = providerNames[provider];
  if (code === 'scope-missing') {
    return {
      text: `${name} was not asked to show mail headers: that box was left empty. Nothing has changed.`,
      help: null,
    };
  }
  if (code === 'not-configured' && provider === 'google') return { text: gmailOnPage, help: 'settings' };
  return composeConnectProblem(code, provider, true);
}

export const gmailOnPage =
  'Gmail is read on its page, while you look at it: Google lets only a client of your institution’s own read it otherwise. One can be entered in the settings.';
