// The pages that people see while they sign in: one that asks, and one that says what is wrong.
import type { Vendor } from '../../semester/calendar/types.ts';
import { type ApiAnswer, htmlAnswer } from '../exchange.ts';

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const style = `body{font:16px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:100vh;margin:0;background:#f0f4f9;color:#1f1f1f}
main{background:#fff;border-radius:24px;padding:36px;max-width:440px}h1{font-size:24px;font-weight:400;margin:0 0 8px}
a{display:inline-block;padding:8px 24px;border-radius:20px;text-decoration:none;color:#0b57d0}a.allow{background:#0b57d0;color:#fff}
li{margin:4px 0}@media(prefers-color-scheme:dark){body{background:#131314;color:#e3e3e3}main{background:#1f1f1f}a{color:#a8c7fa}a.allow{background:#a8c7fa;color:#062e6f}}`;

const page = (title: string, body: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><main>${body}</main></body></html>`;

const titles: Record<Vendor, string> = { google: 'Sign in – Google Accounts', microsoft: 'Sign in to your account' };

export function consentPage(vendor: Vendor, account: string, scopes: string[], url: URL): ApiAnswer {
  const to = (answer: string) => {
    const next = new URLSearchParams(url.searchParams);
    next.set('standin_consent', answer);
    return escapeHtml(`${url.pathname}?${next}`);
  };
  const asked = scopes.map((scope) => `<li>${escapeHtml(scope)}</li>`).join('');
  const body = `<h1>Waymark wants access to your account</h1><p>${escapeHtml(account)}</p><ul>${asked}</ul>
<p><a href="${to('deny')}">Deny</a> <a class="allow" href="${to('allow')}">Allow</a></p>`;
  return htmlAnswer(200, page(titles[vendor], body));
}

export function refusalPage(vendor: Vendor, words: string): ApiAnswer {
  return htmlAnswer(400, page(titles[vendor], `<h1>Access blocked</h1><p>${escapeHtml(words)}</p>`));
}
