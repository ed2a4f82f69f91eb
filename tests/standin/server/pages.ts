// The documents of the two hosts: a shell, and a script that loads the rest, as theirs do.
import type { Account } from '../semester/types.ts';
import type { Look } from './look.ts';

/** What the page's script starts from. */
export interface PageConfig {
  account: Account;
  accounts: Account[];
  look: Look;
  /** True when the markup is to be renamed, as after a redesign. */
  broken: boolean;
  /** IANA zone in which the calendars show their times. */
  zone: string;
  /** A compose window alone, filled in from the address. */
  compose?: { to: string; bcc: string; subject: string; body: string };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export type PageName = 'gmail' | 'outlook' | 'google-calendar' | 'outlook-calendar';

const titles: Record<PageName, string> = {
  gmail: 'Gmail',
  outlook: 'Mail - Outlook',
  'google-calendar': 'Google Calendar',
  'outlook-calendar': 'Calendar - Outlook',
};

export function shell(host: PageName, config: PageConfig): string {
  const { look, account } = config;
  const title = titles[host];
  const meta = host === 'gmail' ? `<meta name="og-profile-acct" content="${escapeHtml(account.address.email)}">` : '';
  const lang = host === 'gmail' ? 'en' : look.locale;
  return `<!doctype html>
<html lang="${escapeHtml(lang)}" dir="${escapeHtml(look.dir)}" data-theme="${escapeHtml(look.theme)}">
<head>
<meta charset="utf-8">
<title>${title}</title>
${meta}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${look.theme === 'dark' ? 'dark' : 'light'}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/standin/pages/${host}/${host}.css">
<script type="application/json" id="standin-config">${JSON.stringify(config).replaceAll('<', '\\u003c')}</script>
<script type="module" src="/standin/pages/${host}/main.ts"></script>
</head>
<body class="${escapeHtml(look.theme)} ${escapeHtml(look.density)}"></body>
</html>`;
}
