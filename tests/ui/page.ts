// A page to mount our parts in, found by role and name as a person (or a screen reader) finds them.
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, vi } from 'vitest';

const implicit: Record<string, string> = {
  button: 'button',
  link: 'a[href]',
  heading: 'h1, h2, h3',
  textbox: 'input:not([type]), input[type=text], input[type=tel], textarea',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  combobox: 'select',
  spinbutton: 'input[type=number]',
  dialog: 'dialog',
  table: 'table',
  row: 'tr',
  rowheader: 'th[scope=row]',
  listitem: 'li',
  region: 'section[aria-label]',
  navigation: 'nav',
  main: 'main',
};

let roots: HTMLElement[] = [];

// The runtime has no modal dialogs; opening and closing is all that our parts use.
HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
  this.open = true;
};

function leave(): void {
  for (const root of roots) {
    act(() => render(null, root));
    root.remove();
  }
  roots = [];
}

afterEach(leave);

/** Shows a part in an otherwise empty page. */
export async function mount(part: ComponentChild): Promise<HTMLElement> {
  leave();
  const root = document.createElement('div');
  document.body.append(root);
  roots.push(root);
  await act(() => render(part, root));
  await settle();
  return root;
}

/** Lets promises and effects of the page come to their end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await act(() => new Promise<void>((done) => setImmediate(done)));
}

/** Looks again until it holds, for what a machine under load is slow to show; fails with what fails last. */
export async function until(check: () => void): Promise<void> {
  await vi.waitFor(
    async () => {
      await settle();
      check();
    },
    { timeout: 15_000, interval: 10 },
  );
}

/** Text as it is read aloud: without what is hidden from it. */
function textOf(node: Node): string {
  if (node instanceof Element && node.getAttribute('aria-hidden') === 'true') return '';
  return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : [...node.childNodes].map(textOf).join('');
}

export function nameOf(element: Element): string {
  const by = element.getAttribute('aria-labelledby');
  const label = element.id ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`) : null;
  const name =
    element.getAttribute('aria-label') ??
    (by ? document.getElementById(by)?.textContent : undefined) ??
    label?.textContent ??
    (element.matches('input, select, textarea') ? element.closest('label')?.textContent : textOf(element));
  return (name ?? '').replace(/\s+/g, ' ').trim();
}

export function allByRole(role: string, name?: string | RegExp): HTMLElement[] {
  const own = implicit[role];
  const selector = own ? `${own}, [role=${role}]` : `[role=${role}]`;
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
    const given = element.getAttribute('role');
    if (given !== null && given !== role) return false;
    return name === undefined || (typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element)));
  });
}

/** The one element of that role and name; the error lists those there are. */
export function byRole<T extends HTMLElement = HTMLElement>(role: string, name?: string | RegExp): T {
  const found = allByRole(role, name);
  if (found.length !== 1) {
    throw new Error(`${found.length} of ${role} ${name}; there are: ${allByRole(role).map(nameOf).join(' | ')}`);
  }
  return found[0] as T;
}

export async function click(element: HTMLElement): Promise<void> {
  await act(() => element.click());
  await settle();
}

/** Presses a key where the focus is. */
export async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body;
  await act(() => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    const isFree = target.dispatchEvent(event);
    if (isFree && key === 'Enter' && target instanceof HTMLButtonElement) target.click();
  });
  await settle();
}

export async function type(element: HTMLElement, text: string): Promise<void> {
  await act(() => {
    (element as HTMLInputElement).value = text;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle();
}

export async function choose(element: HTMLElement, value: string): Promise<void> {
  await act(() => {
    (element as HTMLSelectElement).value = value;
    element.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
}

/** Gives a file control one file. */
export async function give(element: HTMLElement, name: string, text: string): Promise<void> {
  Object.defineProperty(element, 'files', { configurable: true, value: [new File([text], name)] });
  await act(() => void element.dispatchEvent(new Event('change', { bubbles: true })));
  await settle();
}

export const pageText = (): string => (document.body.textContent ?? '').replace(/\s+/g, ' ');

/** Nothing that axe finds. Contrast needs a layout and is proved from the theme's tokens instead. */
export async function expectAccessible(): Promise<void> {
  const { violations, passes } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ; ')}`),
  ).toEqual([]);
  expect(passes.length).toBeGreaterThan(3);
}
