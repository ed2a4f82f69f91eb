import type { Clause } from '../../domain/programme/programme.ts';

/** Binds a document's title, so that a pack names only the part of it and what that part says. */
export function cite(document: string): (section: string, says: string) => Clause {
  return (section, says) => ({ document, section, says });
}
