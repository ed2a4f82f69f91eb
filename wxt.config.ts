import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserManifest } from 'wxt';
import { googleHosts } from './src/accounts/google/hosts.ts';
import { microsoftHosts } from './src/accounts/microsoft/hosts.ts';

/** Fixes the extension's id (and with it its storage and redirect address) wherever it is loaded from. */
const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAx1v6toI3/Nk+exMdfCluX4b6VhxFgsJdP6/22TI+uVH/ClKrmlmIhQ4uwRd96C6qJxSNANXMTOwPwC0WQpFXn4AFaO402sXPDvoJsPOm1BiMnntOnVZK8WySENZqZt0xFvjZ3MySpmsOqAU9v5Z5Kd1FJ/GZ/bjcJzrWLnHwtCO6MYmQIhc07pu2T1fHf5i3q72HqsqTbXIP4yY4RD62e6Q7zrNrL6Mjtwi0Nd3hSejot8TqRBS0oXqQUSz7QEveJmI0BwoyLZMtETthwwZmI/gm3PNpSgtg9C2Np+HUk8CmL4MQ7GO+CCOLfpGZVx11E4q14RpvqerZWFkNwPif0QIDAQAB';

/**
 * Extension pages load nothing from elsewhere, stand in no frame and never make markup from text. The one thing that
 * connects is the worker, to the account providers' own hosts, once an account is connected.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  `connect-src ${[...googleHosts, ...microsoftHosts].join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const icons = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/${size}.png`]));

function composeManifest(browser: string, command: 'build' | 'serve'): UserManifest {
  const isFirefox = browser === 'firefox';
  return {
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    icons,
    action: { default_title: '__MSG_name__', default_icon: icons },
    // Facts must not be dropped when the disk runs low: without unlimitedStorage browsers may evict them.
    // `identity` shows a provider's sign-in page; `storage` keeps tokens in memory, out of every page's reach.
    permissions: ['alarms', 'identity', 'notifications', 'scripting', 'storage', 'unlimitedStorage'],
    // A private window would have a ledger of its own that is gone when it closes.
    incognito: 'not_allowed',
    // The development server connects to itself and loads scripts from there.
    ...(command === 'build' && { content_security_policy: { extension_pages: contentSecurityPolicy } }),
    ...(isFirefox ? firefox : { key, minimum_chrome_version: '144' }),
  };
}

const firefox = {
  browser_specific_settings: {
    gecko: {
      id: 'waymark@waymark.invalid',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
} satisfies UserManifest;

/** Clients for signing in that this build brings along; a mentor's institution may set its own in the settings. */
const clients = {
  google: { id: process.env.WAYMARK_GOOGLE_CLIENT_ID ?? '', secret: process.env.WAYMARK_GOOGLE_CLIENT_SECRET ?? '' },
  microsoft: {
    id: process.env.WAYMARK_MICROSOFT_CLIENT_ID ?? '',
    tenant: process.env.WAYMARK_MICROSOFT_TENANT ?? '',
  },
};

/** Of all that verdicts are derived with: what an older build derived with other rules is not taken for this one's. */
function digestRules(): string {
  const hash = createHash('sha256');
  const files = globSync('src/{domain,programmes,ledger}/**/*.ts', { cwd: import.meta.dirname });
  for (const file of files.sort()) hash.update(readFileSync(new URL(file, import.meta.url)));
  return hash.digest('hex').slice(0, 16);
}

/** Of these only what is used is bundled: they do not say themselves that their modules do nothing when loaded. */
const quietPackages = ['/@microsoft/microsoft-graph-client/', '/postal-mime/'];
const withoutTheRest = {
  name: 'without-the-rest',
  transform: (code: string, id: string) =>
    quietPackages.some((name) => id.includes(name)) ? { code, map: null, moduleSideEffects: false } : null,
};

/**
 * What several pages begin with comes in few files: each one more costs a page a request before its first line runs.
 * Below this size a group of modules joins the one next to it.
 */
const LEAST_CHUNK_BYTES = 15_000;
const fewChunks = {
  name: 'few-chunks',
  outputOptions(output: { format?: string }) {
    if (output.format !== 'es') return null;
    const shared = { name: 'start', tags: ['$initial' as const], minShareCount: 2, entriesAware: true };
    return {
      ...output,
      codeSplitting: { groups: [{ ...shared, entriesAwareMergeThreshold: LEAST_CHUNK_BYTES }] },
      chunkFileNames: ({ name }: { name: string }) => `chunks/${name.split('~')[0]}-[hash].js`,
      assetFileNames: ({ names }: { names: string[] }) => `assets/${names[0]?.split(/[~.]/)[0]}-[hash][extname]`,
    };
  },
};

const sourcePath = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url));

export default defineConfig({
  srcDir: 'src',
  entrypointsDir: '../entrypoints',
  imports: false,
  modules: [],
  manifestVersion: 3,
  vite: () => ({
    resolve: {
      alias: [
        { find: 'wxt/utils/content-script-context', replacement: sourcePath('app/mail-page/no-context.ts') },
        // Google's calendar client needs of it only how a request is sent; the rest wants Node.
        { find: 'googleapis-common', replacement: sourcePath('accounts/google/transport.ts') },
        // The reply parser asks Node's `module` for another engine of regular expressions, if there is one.
        { find: 'module', replacement: sourcePath('files/no-module.ts') },
        { find: /^.*\/zip\/zipToArrayBuffer\.js$/, replacement: sourcePath('files/zip-in-place.ts') },
      ],
    },
    plugins: [withoutTheRest, fewChunks],
    define: {
      __WAYMARK_CLIENTS__: JSON.stringify(clients),
      __WAYMARK_RULES__: JSON.stringify(digestRules()),
    },
  }),
  manifest: ({ browser, command }) => composeManifest(browser, command),
  hooks: {
    /** Access to a mail site is asked for when it is wanted, never at installation. */
    'build:manifestGenerated': (_wxt, manifest) => {
      const hosts = manifest.host_permissions ?? [];
      delete manifest.host_permissions;
      manifest.optional_host_permissions = [
        ...new Set([...(manifest.optional_host_permissions ?? []), ...hosts]),
      ].sort();
    },
  },
});
