// Addresses that settle things, made from the sites we know. A mailbox of an account or a file opens on the page of the
// same provider.
import type { Ledger } from '../domain/ledger.ts';
import type { Mailbox } from '../domain/verdict/derive.ts';
import type { Links } from '../features/deadlines/links.ts';
import type { SiteLinks } from './mail-links.ts';

/** Mail that an account's API gives, by the site that shows it. */
const pageOf: Record<string, string> = { 'microsoft-mail': 'outlook', gmail: 'gmail' };

export function makeLinks(sites: readonly SiteLinks[], small: Ledger): Links {
  const usual = usualMailbox(sites, small);
  const siteOf = (source: string) =>
    sites.find((site) => (pageOf[source] ?? source).startsWith(site.id) || site.source === source) ?? sites[0]!;
  return {
    name: (source) => sites.find((site) => site.source === source || site.id === pageOf[source])?.name ?? source,
    thread: ({ source, address }, thread) => siteOf(source).threadUrl(thread, address),
    search: ({ source, address }, emails) => siteOf(source).searchFor(emails, address).url,
    compose: ({ source, address }, to, subject) => siteOf(source).composeUrl(to, address, subject),
    usual,
  };
}

/** The mailbox read last; before any was, the first site with the mentor's first address. */
export function usualMailbox(sites: readonly SiteLinks[], small: Ledger): Mailbox {
  const read = small.sources
    .filter((each) => sites.some((site) => site.source === each.source))
    .sort((a, b) => (a.to < b.to ? 1 : -1))[0];
  if (read) return { source: read.source, ...(read.address && { address: read.address }) };
  const me = small.people.find((person) => person.id === small.relationships[0]?.me);
  return { source: sites[0]!.source, ...(me?.emails[0] && { address: me.emails[0] }) };
}
