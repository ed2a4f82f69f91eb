// Whose calendar this is, by the shape of an address; names are no identity.

/** The folder tree's root carries the address (derived 1, Outlook mail), where the page has it. */
export function readOwner(document: Document): string | null {
  const roots = document.querySelectorAll('[id^=primaryMailboxRoot],[data-folder-name][title]');
  const owners = new Set([...roots].flatMap((root) => parseEmail(root.getAttribute('title')) || []));
  return owners.size === 1 ? [...owners][0]! : null;
}

function parseEmail(text: string | null): string {
  return /^[^\s@,<>"]{1,64}@[^\s@,<>"]+\.[^\s@,<>"]+$/.test(text?.trim() ?? '') ? text!.trim().toLowerCase() : '';
}
