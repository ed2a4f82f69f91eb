// Hosts of match patterns.

/** The origin of a match pattern like `https://mail.google.com/*`. */
export function originOf(pattern: string): string {
  return new URL(pattern.replace(/\*$/, '')).origin;
}

/** Patterns of whole hosts: access is given to a host, and a page goes from mail to calendar without being loaded again. */
export function hostPatterns({ matches }: { matches: readonly string[] }): string[] {
  return matches.map((match) => `${originOf(match)}/*`);
}
