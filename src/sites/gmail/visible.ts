// Which part of the page is on screen. Gmail keeps earlier views in the document, hidden by an inline style.

/** The views to read: each shown `[role=main]`, or the whole document where there is none (a fragment, a pop-out). */
export function findViews(document: Document): ParentNode[] {
  const mains = [...document.querySelectorAll('[role=main]')];
  if (mains.length === 0) return [document];
  return mains.filter((main) => !main.parentElement?.closest('[role=main]') && !isHidden(main));
}

function hidesItself(element: Element): boolean {
  return element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute('style') ?? '');
}

/** Hidden by itself or an ancestor, as far as attributes tell: asking for computed styles would cost a layout. */
export function isHidden(element: Element | null): boolean {
  for (let at = element; at; at = at.parentElement) if (hidesItself(at)) return true;
  return false;
}

/** Those that are not hidden. Rows share their parents, so each parent is looked at once. */
export function keepShown<T extends Element>(elements: Iterable<T>): T[] {
  const parents = new Map<Element | null, boolean>();
  return [...elements].filter((element) => {
    if (hidesItself(element)) return false;
    const parent = element.parentElement;
    let hidden = parents.get(parent);
    if (hidden === undefined) {
      hidden = isHidden(parent);
      parents.set(parent, hidden);
    }
    return !hidden;
  });
}
