// The scripts that are measured: ours as they were built, and what others load into the same page.
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const built = join(root, '.output', 'chrome-mv3');

export async function bundle(source: string): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'bench-')), 'entry.ts');
  writeFileSync(file, source);
  const build = await rolldown({
    input: file,
    cwd: root,
    // The calendar client's transport is ours, as in the build.
    resolve: {
      modules: [join(root, 'node_modules')],
      alias: { 'googleapis-common': join(root, 'src/accounts/google/transport.ts') },
    },
    logLevel: 'silent',
  });
  const { output } = await build.generate({ format: 'iife', minify: true, codeSplitting: false });
  await build.close();
  return output[0].code;
}

export const importFrom = (path: string) => JSON.stringify(join(root, path));

/** The built script where there is a build, else the same source bundled alone. */
export async function readScript(name: string, source: string): Promise<string> {
  const file = join(built, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : bundle(source);
}

export const openSite = (id: string) =>
  `import { openMailPage } from ${importFrom('src/app/mail-page/open.ts')};
   import { site } from ${importFrom(`src/sites/${id}/index.ts`)}; openMailPage(site);`;

async function bundlePeer(name: string, use: string): Promise<string | null> {
  try {
    createRequire(join(root, 'package.json')).resolve(name);
  } catch {
    return null;
  }
  return bundle(`import * as peer from ${JSON.stringify(name)}; ${use}`);
}

export const GMAIL_JS = 'gmail-js 1.1.16';
export const INBOXSDK = '@inboxsdk/core 2.2.26';

/**
 * gmail-js reads rows by `dom.visible_messages`: sender, thread id, subject and snippet. It takes them through jQuery,
 * which is bigger and slower than what stands here for it.
 */
const readAsGmailJs = `
  const $ = (what, within) => {
    const [, selector, filter] = typeof what === 'string' ? /^(.*?)(:visible|:first)?$/.exec(what) : [];
    let found = selector ? [...(within?.[0] ?? within ?? document).querySelectorAll(selector)] : [what];
    if (filter === ':first') found = found.slice(0, 1);
    if (filter === ':visible') found = found.filter((element) => element.getClientRects().length > 0);
    return Object.assign(found, {
      each: (use) => found.forEach((element, index) => use.call(element, index, element)),
      attr: (name) => found[0]?.getAttribute(name),
    });
  };
  globalThis.peer = new peer.Gmail($);
  globalThis.seen = globalThis.peer.dom.visible_messages();
  if (globalThis.seen.length !== 50 || !globalThis.seen[0].from.email) throw new Error('gmail-js read nothing');`;

/** Those that are installed, by name. */
export async function bundlePeers(): Promise<Record<string, string>> {
  const peers = {
    [GMAIL_JS]: await bundlePeer('gmail-js', 'globalThis.peer = new peer.Gmail(false);'),
    [`${GMAIL_JS}, reading`]: await bundlePeer('gmail-js', readAsGmailJs),
    [INBOXSDK]: await bundlePeer('@inboxsdk/core', 'globalThis.peer = peer;'),
  };
  return Object.fromEntries(Object.entries(peers).filter((pair): pair is [string, string] => pair[1] !== null));
}
