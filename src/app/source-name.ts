// What people call the places in which messages are seen.
import type { PageSite } from './page-deps.ts';

const names: Record<string, string> = {
  'microsoft-mail': 'your Microsoft mailbox',
  gmail: 'your Gmail mailbox',
  file: 'a mailbox file',
};

export function sourceName(sites: readonly Pick<PageSite, 'source' | 'name'>[], source: string): string {
  const site = sites.find((each) => each.source === source);
  return site ? `the ${site.name} page` : (names[source] ?? source);
}
