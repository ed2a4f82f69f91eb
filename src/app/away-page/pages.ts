// Where automatic replies are set by hand, by provider, and the page whose form is known.
import type { Provider } from '../../domain/meeting/calendar.ts';
import * as gmail from '../../sites/gmail/links.ts';
import * as outlook from '../../sites/outlook/links.ts';

export const settingsUrls: Record<Provider, (owner: string | undefined) => string> = {
  google: gmail.settingsUrl,
  microsoft: outlook.settingsUrl,
};

export const gmailForm = { origins: ['https://mail.google.com/*'], url: gmail.settingsUrl };
