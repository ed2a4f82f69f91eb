// What our parts in a mail page show. They stand in closed shadow roots, which a page script cannot enter, so they are
// read and clicked from outside, as a person's eyes and mouse do.
import type { CDPSession, Page } from 'playwright-core';

interface Node {
  nodeId: number;
  nodeName: string;
  nodeType: number;
  nodeValue: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
}

const sessions = new WeakMap<Page, CDPSession>();

async function session(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, known);
  return known;
}

async function roots(page: Page): Promise<Node[]> {
  const { root } = (await (await session(page)).send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
  const found: Node[] = [];
  const visit = (node: Node) => {
    found.push(...(node.shadowRoots ?? []));
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  return found;
}

function textOf(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue;
  if (node.nodeName === 'STYLE') return '';
  return (node.children ?? []).map(textOf).join(' ').replace(/\s+/g, ' ').trim();
}

/** The words of each of our parts, in the order of the page. */
export async function readParts(page: Page): Promise<string[]> {
  return (await roots(page)).map(textOf).filter((text) => text !== '');
}

function find(node: Node, matches: (node: Node) => boolean): Node | undefined {
  if (matches(node)) return node;
  for (const child of node.children ?? []) {
    const found = find(child, matches);
    if (found) return found;
  }
  return undefined;
}

/** Clicks a button of our parts, or what opens and closes more, with the mouse. */
export async function clickPart(page: Page, label: string): Promise<void> {
  const cdp = await session(page);
  for (const root of await roots(page)) {
    const button = find(root, (node) => /^(BUTTON|SUMMARY)$/.test(node.nodeName) && textOf(node) === label);
    if (!button) continue;
    const { model } = await cdp.send('DOM.getBoxModel', { nodeId: button.nodeId });
    const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = model.content;
    await page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2);
    return;
  }
  throw new Error(`no button "${label}" among: ${(await readParts(page)).join(' | ')}`);
}

/** Waits until our parts are as they should be; fails with what they were. */
export async function expectParts(
  page: Page,
  holds: (parts: string[]) => boolean,
  what: string,
  ms = 15_000,
): Promise<string[]> {
  const end = performance.now() + ms;
  let parts: string[] = [];
  while (performance.now() < end) {
    parts = await readParts(page);
    if (holds(parts)) return parts;
    await page.waitForTimeout(50);
  }
  throw new Error(`${what}; what stands there: ${parts.join(' | ') || 'nothing'}`);
}
