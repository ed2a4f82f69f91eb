// Gmail's search for the mail of certain people (support.google.com/mail/answer/7190): braces mean any of these. It goes by
// words, parted by dots and at signs, so that a domain finds those below it too; what it finds besides is left out later.

/** Characters of one query: what fits well into an address line. */
const LONGEST = 1500;

export interface PeopleQuery {
  q: string;
  /** The last address in it: queries go through the addresses in their order. */
  last: string;
}

/** What an address may hold without meaning something else in a search. */
const isPlain = (email: string) => /^[^\s(){}"':,]+$/.test(email);

/** The query for the first people after `past`; null when there are none. */
export function composeQuery(people: ReadonlySet<string>, from: string, past = ''): PeopleQuery | null {
  const waiting = [...people].filter((email) => isPlain(email) && email > past).sort();
  const terms: string[] = [];
  let length = 0;
  let last = '';
  for (const email of waiting) {
    const term = email.startsWith('@')
      ? `from:${email.slice(1)}`
      : `from:${email} to:${email} cc:${email} bcc:${email}`;
    if (terms.length > 0 && length + term.length > LONGEST) break;
    terms.push(term);
    length += term.length + 1;
    last = email;
  }
  if (terms.length === 0) return null;
  // One second earlier: the search leaves out what came in the very second it names.
  const seconds = Math.max(0, Math.floor(Date.parse(from) / 1000) - 1);
  return { q: `{${terms.join(' ')}} after:${seconds} -in:drafts -in:chats`, last };
}
