import type { MailProvider } from '../mail.ts';
import { openGmailAutoReply } from './auto-reply.ts';
import { openGmail } from './mail-session.ts';

/**
 * Gmail where the institution has a client of its own. gmail.metadata would be the smaller scope, but it takes no search
 * (Discovery: users.messages.list, `q`): the headers of everybody's mail would have to be read to find the people's. So it
 * is gmail.readonly, with which only headers are asked for.
 */
export const gmailMail: MailProvider = {
  source: 'gmail',
  folders: ['all'],
  scopes: ['https://www.googleapis.com/auth/gmail.readonly'],
  ownClientOnly: true,
  open: openGmail,
  autoReplyScopes: ['https://www.googleapis.com/auth/gmail.settings.basic'],
  autoReplyTexts: 1,
  openAutoReply: openGmailAutoReply,
};
