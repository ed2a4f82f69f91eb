// Which chip stands on which row: each row's own words beside what our part in it says.
import type { CDPSession, Page } from 'playwright-core';

interface Node {
  nodeName: string;
  nodeType: number;
  nodeValue: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
}

export interface ListedRow {
  /** The thread as the ledger names it. */
  thread: string;
  subject: string;
  /** Chips in this row; more than one is always wrong. */
  chips: string[];
}

const sessions = new WeakMap<Page, CDPSession>();

function attribute(node: Node, name: string): string {
  const at = node.attributes?.findIndex((each, index) => index % 2 === 0 && each === name) ?? -1;
  return at < 0 ? '' : (node.attributes?.[at + 1] ?? '');
}

function* inside(node: Node): Generator<Node> {
  for (const child of node.children ?? []) {
    yield child;
    yield* inside(child);
  }
}

function textOf(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue;
  if (node.nodeName === 'STYLE') return '';
  return (node.children ?? []).map(textOf).join(' ').replace(/\s+/g, ' ').trim();
}

const hasClass = (node: Node, name: string) => attribute(node, 'class').split(' ').includes(name);

function readRow(row: Node): ListedRow {
  const all = [row, ...inside(row)];
  const subject = all.find((node) => hasClass(node, 'bog') || hasClass(node, 'TtcXM'));
  const ids = all.map((node) => attribute(node, 'data-legacy-thread-id') || attribute(node, 'data-convid'));
  return {
    thread: ids.find((id) => id !== '') ?? '',
    subject: subject ? textOf(subject) : '',
    chips: all.flatMap((node) => node.shadowRoots ?? []).map(textOf),
  };
}

/** The rows of the list in the order of the page, Gmail's or Outlook's. */
export async function readList(page: Page): Promise<ListedRow[]> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
  return [...inside(root)]
    .filter((node) => hasClass(node, 'zA') || (attribute(node, 'role') === 'option' && attribute(node, 'data-convid')))
    .map(readRow);
}

/** What the chip of the first row with this subject says; '' where it has none. */
export async function readChip(page: Page, subject: string): Promise<string> {
  const row = (await readList(page)).find((each) => each.subject === subject);
  return row ? row.chips.join(' + ') : 'no such row';
}
