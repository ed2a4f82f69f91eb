// Which rows are unread. No mark that is free of language is known, so two weak ones stand together.
import type { FoundRow } from './rows.ts';

/**
 * First words of an unread row's label: English (`list-row-labels`), German and Spanish (described by public projects
 * until 2026). In another language the weight of the subject's letters speaks, since the label can't.
 */
const UNREAD = /^(unread|ungelesen|no leído)(?!\p{L})/iu;
const LANGUAGES = /^(en|de|es)\b/i;
const BOLD = 600;

export function readUnread(document: Document, rows: FoundRow[]): boolean[] {
  const said = rows.map(({ row }) => UNREAD.test(row.getAttribute('aria-label')?.trim() ?? ''));
  const language = document.documentElement?.getAttribute('lang') ?? '';
  if (said.includes(true) || LANGUAGES.test(language)) return said;
  return rows.map(({ subjectElement }) => isBold(document, subjectElement));
}

/** The same by the letters' weight alone, to compare: only where weights differ between rows do they say anything. */
export function countUnreadDisagreements(document: Document, rows: FoundRow[], unread: boolean[]): number {
  const bold = rows.map(({ subjectElement }) => isBold(document, subjectElement));
  if (!bold.includes(true) || !bold.includes(false)) return 0;
  return bold.filter((heavy, index) => heavy !== unread[index]).length;
}

function isBold(document: Document, element: Element | null): boolean {
  const view = document.defaultView;
  if (!element || !view) return false;
  const weight = view.getComputedStyle(element).fontWeight;
  return weight === 'bold' || Number(weight) >= BOLD;
}
