// Every way in which an account or a calendar may fail to be read, as a sentence and the one thing that helps.
import type { Account, Provider } from '../../../domain/meeting/calendar.ts';
import { composeDayAndTime } from '../../../ui/dates.ts';
import type { ConnectOutcome } from '../contract.ts';

export const providerNames: Record<Provider, string> = { google: 'Google', microsoft: 'Microsoft' };

type Problem = NonNullable<Account['problem']>;
type ConnectCode = Extract<ConnectOutcome, { done: false }>['code'];

/** What helps: signing in again, trying again, the settings; or nothing but waiting. */
export type Help = 'sign-in' | 'retry' | 'settings' | null;

export interface ToldProblem {
  text: string;
  help: Help;
}

const noClient = (name: string) =>
  `This Waymark has no client registered with ${name}. Your institution can give you one; it is entered in the settings.`;

/** Of an account or of one of its calendars. */
export function composeProblem({ code, retryAt }: Problem, provider: Provider, zone: string): ToldProblem {
  const name = providerNames[provider];
  const again = retryAt ? `Waymark tries again by itself, ${composeDayAndTime(retryAt, zone)}.` : 'Try again later.';
  switch (code) {
    case 'signed-out':
      return { text: `${name} asks you to sign in again. Everything read so far is kept.`, help: 'sign-in' };
    case 'scope-missing':
      return {
        text: `${name} was not allowed to show your events. Sign in again and leave the box for your calendar ticked.`,
        help: 'sign-in',
      };
    case 'not-configured':
      return { text: noClient(name), help: 'settings' };
    case 'rate-limited':
      return { text: `${name} asks for a short pause. ${again}`, help: null };
    case 'quota':
      return { text: `${name} gives no more answers to this client for now. ${again}`, help: null };
    case 'not-shared':
      return { text: 'This calendar is no longer shared with you, or was removed.', help: 'retry' };
    case 'offline':
      return { text: `${name} could not be reached. ${again}`, help: 'retry' };
    case 'no-answer':
      return { text: `${name} did not answer in time. ${again}`, help: 'retry' };
    case 'server':
      return { text: `${name} has trouble answering. ${again}`, help: 'retry' };
    case 'unreadable':
      return { text: `${name} answered in a form Waymark does not know. ${again}`, help: 'retry' };
    case 'failed':
      return { text: `Reading from ${name} did not work. ${again}`, help: 'retry' };
  }
}

/** Why nothing was connected, or `again`, why an account that is known could not be signed in again. */
export function composeConnectProblem(code: ConnectCode, provider: Provider, again = false): ToldProblem {
  const name = providerNames[provider];
  const so = again ? 'nothing has changed' : 'nothing was connected';
  const texts: Record<ConnectCode, string> = {
    'closed-by-person': `The page of ${name} was closed, so ${so}.`,
    refused: `${name} was told not to allow it, so ${so}.`,
    'scope-missing': `Reading your events was not allowed, so ${so}. Leave the box for your calendar ticked.`,
    'not-configured': noClient(name),
    offline: `${name} could not be reached. Check the connection and try again.`,
    'no-answer': `${name} did not answer in time, so ${so}. Try again.`,
    server: `${name} has trouble answering, so ${so}. Try again later.`,
    'rate-limited': `${name} asks for a short pause, so ${so}. Try again in a few minutes.`,
    failed: `Signing in with ${name} did not work, and ${so}. Try again.`,
  };
  return { text: texts[code], help: code === 'not-configured' ? 'settings' : null };
}
