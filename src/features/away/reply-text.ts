// The texts of an automatic reply: plain here, HTML at the provider, which tidies what it is given.
import { escapeHtml } from './compose-message.ts';

/** Paragraphs, and lines within them. */
export function toHtml(text: string): string {
  const paragraphs = text.trim().split(/\r?\n[ \t]*\r?\n\s*/);
  return text.trim() === '' ? '' : paragraphs.map((words) => `<p>${escapeHtml(words)}</p>`).join('');
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of an HTML text, to be shown as text and never as markup. */
export function toPlain(html: string): string {
  const bare = html
    .replace(/<(style|script|head|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/\r?\n/g, ' ')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/(p|div|li|tr|h\d)\s*>/gi, '\n\n')
    .replace(/<[^>]*>/g, '');
  return decode(bare)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (all, decimal, hex, name) => {
    if (name) return entities[name.toLowerCase()] ?? all;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

const words = (html: string) => toPlain(html).replace(/\s+/g, ' ');

/** Whether two HTML texts say the same. */
export const saysSame = (a: string, b: string): boolean => words(a) === words(b);
