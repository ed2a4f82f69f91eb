// Page scripts run where the mentor gave access, and nowhere else: registered for pages to come, put into pages that are
// open already. One host may have two, Outlook's mail and its calendar: each minds its own pages.
import type { Extension, PageScript } from './extension.ts';
import { type AnySite, findTabs, isHere, readGranted } from './mail-tabs.ts';

type Scripts = Pick<Extension, 'permissions' | 'tabs' | 'scripting'>;

export async function refreshPageScripts(extension: Scripts, sites: readonly AnySite[]): Promise<void> {
  const wanted = (await Promise.all(sites.map((site) => planScript(extension, site)))).flat();
  await register(extension, wanted);
  for (const site of sites) await enterOpenTabs(extension, site);
}

/** Ids of the sites that are read now. */
export async function readPageScripts({ scripting }: Pick<Extension, 'scripting'>): Promise<string[]> {
  return (await scripting.getRegisteredContentScripts()).map((script) => script.id);
}

async function planScript(extension: Scripts, site: AnySite): Promise<PageScript[]> {
  const matches = await readGranted(extension, site);
  return matches.length > 0 ? [{ id: site.id, js: [fileOf(site)], matches }] : [];
}

function fileOf(site: AnySite): string {
  return `content-scripts/${site.id}.js`;
}

async function register({ scripting }: Scripts, wanted: PageScript[]): Promise<void> {
  const registered = await scripting.getRegisteredContentScripts();
  const known = new Set(registered.map(describe));
  const kept = new Set(wanted.map(describe));
  const outdated = registered.filter((script) => !kept.has(describe(script))).map((script) => script.id);
  if (outdated.length > 0) await scripting.unregisterContentScripts({ ids: outdated });
  const missing = wanted.filter((script) => !known.has(describe(script)));
  if (missing.length > 0) await scripting.registerContentScripts(missing);
}

/** Browsers put a slash before the file's name, or do not. */
function describe({
  id,
  js,
  matches,
}: {
  id: string;
  js?: string[] | undefined;
  matches?: string[] | undefined;
}): string {
  return JSON.stringify([id, js?.map((file) => file.replace(/^\//, '')), matches?.toSorted()]);
}

async function enterOpenTabs(extension: Scripts, site: AnySite): Promise<void> {
  for (const tabId of await findTabs(extension, [site])) {
    if (await isHere(extension, tabId, site)) continue;
    // A tab may close or move on in the meantime; the registered script then does it.
    await extension.scripting.executeScript({ target: { tabId }, files: [`/${fileOf(site)}`] }).catch(() => {});
  }
}
