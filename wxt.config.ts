import { fileURLToPath } from 'node:url';
import { defineConfig, type UserManifest } from 'wxt';

/** Fixes the extension's id (and with it its storage and redirect address) wherever it is loaded from. */
const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAx1v6toI3/Nk+exMdfCluX4b6VhxFgsJdP6/22TI+uVH/ClKrmlmIhQ4uwRd96C6qJxSNANXMTOwPwC0WQpFXn4AFaO402sXPDvoJsPOm1BiMnntOnVZK8WySENZqZt0xFvjZ3MySpmsOqAU9v5Z5Kd1FJ/GZ/bjcJzrWLnHwtCO6MYmQIhc07pu2T1fHf5i3q72HqsqTbXIP4yY4RD62e6Q7zrNrL6Mjtwi0Nd3hSejot8TqRBS0oXqQUSz7QEveJmI0BwoyLZMtETthwwZmI/gm3PNpSgtg9C2Np+HUk8CmL4MQ7GO+CCOLfpGZVx11E4q14RpvqerZWFkNwPif0QIDAQAB';

/** Extension pages load nothing from elsewhere, connect to nobody, stand in no frame and never make markup from text. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
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
    permissions: ['alarms', 'notifications', 'scripting', 'unlimitedStorage'],
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
      strict_min_version: '139.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
} satisfies UserManifest;

export default defineConfig({
  srcDir: 'src',
  entrypointsDir: '../entrypoints',
  imports: false,
  modules: [],
  manifestVersion: 3,
  vite: () => ({
    resolve: {
      alias: {
        'wxt/utils/content-script-context': fileURLToPath(new URL('src/app/mail-page/no-context.ts', import.meta.url)),
      },
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
