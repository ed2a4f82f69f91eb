// Open tabs with a page of a site, and the page scripts in them.
import { hostPatterns } from '../hosts.ts';
import type { SiteLinks } from '../mail-links.ts';
import type { HereQuestion } from '../page-watch/here.ts';
import type { Extension } from './extension.ts';

type Tabs = Pick<Extension, 'permissions' | 'tabs'>;

/** What the worker knows of a site: it never reads a page, so it carries none of the readers. */
export type AnySite = Pick<SiteLinks, 'id' | 'matches'>;

/** The hosts of a site that the mentor gave access to, as patterns. */
export async function readGranted({ permissions }: Pick<Extension, 'permissions'>, site: AnySite): Promise<string[]> {
  const hosts = hostPatterns(site);
  const granted = await Promise.all(hosts.map((host) => permissions.contains({ origins: [host] })));
  return hosts.filter((_host, index) => granted[index]);
}

/** Ids of the tabs that show a page of these sites' hosts and have finished loading. */
export async function findTabs(extension: Tabs, sites: readonly AnySite[]): Promise<number[]> {
  const patterns = (await Promise.all(sites.map((site) => readGranted(extension, site)))).flat();
  if (patterns.length === 0) return [];
  const tabs = await extension.tabs.query({ url: patterns });
  return tabs.flatMap(({ id, status }) => (id !== undefined && status !== 'loading' ? [id] : []));
}

/** Tells open mail pages to ask again. It says nothing of what changed. */
export async function tellMailTabs(extension: Tabs, sites: readonly AnySite[]): Promise<void> {
  const tabs = await findTabs(extension, sites);
  await Promise.all(tabs.map((tab) => say(extension, tab, { waymark: 'changed' })));
}

/** Whether this site's page script lives in the tab. One that an update orphaned does not answer. */
export async function isHere(extension: Pick<Extension, 'tabs'>, tab: number, { id }: AnySite): Promise<boolean> {
  const question: HereQuestion = { waymark: 'here', site: id };
  return (await say(extension, tab, question)) === true;
}

/** Nobody may live there to hear it. */
const say = ({ tabs }: Pick<Extension, 'tabs'>, tab: number, message: unknown) =>
  tabs.sendMessage(tab, message).catch(() => undefined);
