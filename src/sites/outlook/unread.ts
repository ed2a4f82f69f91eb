// Which rows are unread. No mark that is free of language is known, so two weak ones stand side by side.
import type { FoundPage } from './page.ts';

/**
 * First words of an unread row's label: English (`list-row-labels`), German and Spanish (described by public projects
 * until 2026). In another language the weight of the subject's letters speaks, since the label can't.
 */
const UNREAD = /^\s*(unread|ungelesen|no leído)(?!\p{L})/iu;

/** `doubts`: rows where label and weight disagree; weights speak only where they differ between rows. */
export function readUnread({ rows, language }: FoundPage, compare = false): { unread: boolean[]; doubts: number } {
  const said = rows.map(({ row }) => UNREAD.test(row.getAttribute('aria-label') ?? ''));
  const understood = said.includes(true) || /^(en|de|es)\b/i.test(language);
  if (understood && !compare) return { unread: said, doubts: 0 };
  const bold = rows.map(({ subject }) => isBold(subject?.element));
  const unequal = new Set(bold).size > 1;
  const doubts = understood && unequal ? bold.filter((heavy, index) => heavy !== said[index]).length : 0;
  return { unread: understood ? said : bold, doubts };
}

function isBold(element: Element | undefined): boolean {
  const weight = element?.ownerDocument.defaultView?.getComputedStyle(element).fontWeight;
  return weight === 'bold' || Number(weight) >= 600;
}
