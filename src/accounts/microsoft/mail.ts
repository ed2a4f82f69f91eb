import type { MailProvider } from '../mail.ts';
import { openMicrosoftAutoReply } from './auto-reply.ts';
import { openMicrosoftMail } from './mail-session.ts';

/**
 * Headers without bodies (Mail.ReadBasic), of the person's own mailbox: shared and delegated ones would need another
 * scope and are not read.
 */
export const microsoftMail: MailProvider = {
  source: 'microsoft-mail',
  folders: ['inbox', 'sent', 'archive'],
  scopes: ['https://graph.microsoft.com/Mail.ReadBasic'],
  ownClientOnly: false,
  open: openMicrosoftMail,
  autoReplyScopes: ['https://graph.microsoft.com/MailboxSettings.ReadWrite'],
  autoReplyTexts: 2,
  openAutoReply: openMicrosoftAutoReply,
};
