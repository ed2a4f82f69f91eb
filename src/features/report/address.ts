// The address of a tracking sheet: whose, and of which days. It stands after the `#` of the sheet page.

export interface SheetRequest {
  /** Relationship id. */
  relationship: string;
  /** Person id: only the entries this mentee attended; all mentees of the relationship without. */
  mentee?: string;
  /** Dates, both inclusive, in the relationship's zone. */
  from: string;
  to: string;
}

/** `#r1/ana/2026-01-01/2026-06-30`; without a mentee nothing stands between the slashes. */
export function composeSheetHash({ relationship, mentee = '', from, to }: SheetRequest): string {
  return `#${[relationship, mentee, from, to].map(encodeURIComponent).join('/')}`;
}

/** Null for what is no address of a sheet. */
export function parseSheetHash(hash: string): SheetRequest | null {
  const parts = hash.replace(/^#/, '').split('/').map(decode);
  const [relationship, mentee, from, to] = parts;
  if (parts.length !== 4 || !relationship || !isDate(from) || !isDate(to) || from > to) return null;
  return { relationship, from, to, ...(mentee && { mentee }) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function isDate(text: string | undefined): text is string {
  try {
    return text !== undefined && Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
