// The ways of being in touch outside the mailbox, each with the letter that logs it.
import type { Channel } from '../../../domain/thread/contact.ts';

/** What was logged; `at` is an instant. */
export interface LogEntry {
  channel: Channel;
  direction: 'in' | 'out';
  made: boolean;
  at: string;
}

export const channels: { channel: Channel; letter: string; text: string; onlyAnswers?: boolean }[] = [
  { channel: 'text', letter: 't', text: 'Text' },
  { channel: 'call', letter: 'c', text: 'Call' },
  { channel: 'platform', letter: 'p', text: 'On the platform' },
  { channel: 'in-person', letter: 'i', text: 'In person' },
  { channel: 'email', letter: 'e', text: 'From another address', onlyAnswers: true },
  { channel: 'other', letter: 'o', text: 'Another way', onlyAnswers: true },
];

export function findChannel(key: string, answering: boolean): Channel | undefined {
  return channels.find(({ letter, onlyAnswers }) => letter === key.toLowerCase() && (answering || !onlyAnswers))
    ?.channel;
}

const nouns: Record<Channel, string> = {
  text: 'text',
  call: 'call',
  platform: 'platform message',
  'in-person': 'talk',
  email: 'mail',
  other: 'contact',
};

/** "Logged a call with Jun Li", "Logged an attempted call …". */
export function composeLogged({ channel, made, direction }: LogEntry, name: string): string {
  if (made) return `Logged a ${nouns[channel]} with ${name}`;
  return direction === 'in'
    ? `Logged a missed ${nouns[channel]} from ${name}`
    : `Logged an attempted ${nouns[channel]} to ${name}`;
}
