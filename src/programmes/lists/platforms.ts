// How mail of mentoring platforms names who wrote. The words are those that such mail has in common; what a platform of
// one's own says otherwise is added in a copy of the pack.
import type { Platform } from '../../domain/programme/programme.ts';

const patterns = [
  '{name} sent you a message',
  '{name} has sent you a message',
  '{name} sent you a new message',
  'New message from {name}',
  'You have a new message from {name}',
  'You received a message from {name}',
  'Message from {name}',
  '{name} replied to your message',
  '{name} vous a envoyé un message',
  'Nouveau message de {name}',
];

/**
 * The platform's own domain where it is public; programmes may have their mail sent under another name and address, so
 * that further senders are the user's to enter.
 */
export function platform(name: string, ...senders: string[]): Platform {
  return { name, senders, patterns };
}
