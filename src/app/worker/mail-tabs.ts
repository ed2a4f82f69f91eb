// Open tabs with a mail page, and the page scripts in them.
import type { MailSite } from '../../sites/site.ts';
import type { Extension } from './extension.ts';

type Tabs = Pick<Extension, 'permissions' | 'tabs'>;

/** The match patterns of a site that the mentor gave access to. */
export async function readGranted({ permissions }: Pick<Extension, 'permissions'>, site: MailSite): Promise<string[]> {
  const granted = await Promise.all(site.matches.map((match) => permissions.contains({ origins: [match] })));
  return site.matches.filter((_match, index) => granted[index]);
}

/** Ids of the tabs that show a page of these sites and have finished loading. */
export async function findMailTabs(extension: Tabs, sites: readonly MailSite[]): Promise<number[]> {
  const patterns = (await Promise.all(sites.map((site) => readGranted(extension, site)))).flat();
  if (patterns.length === 0) return [];
  const tabs = await extension.tabs.query({ url: patterns });
  return tabs.flatMap(({ id, status }) => (id !== undefined && status !== 'loading' ? [id] : []));
}

/** Tells open mail pages to ask again. It says nothing of what changed. */
export async function tellMailTabs(extension: Tabs, sites: readonly MailSite[]): Promise<void> {
  const tabs = await findMailTabs(extension, sites);
  await Promise.all(tabs.map((tab) => isHeard(extension, tab, 'changed')));
}

/** Whether a page script of ours lives in the tab. One that an update orphaned does not hear. */
export async function isHeard({ tabs }: Pick<Extension, 'tabs'>, tab: number, waymark: string): Promise<boolean> {
  return tabs.sendMessage(tab, { waymark }).then(
    () => true,
    () => false,
  );
}
