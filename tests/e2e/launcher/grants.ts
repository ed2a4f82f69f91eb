// What a test's profile has to know beforehand. Optional site access: The browser's own prompt cannot be answered in headless mode, so the profile is told
// beforehand that the person granted these sites once; the extension still has to ask for them on a click.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Grants {
  explicit_host?: string[];
}

interface Preferences {
  protection?: unknown;
  extensions?: {
    settings?: Record<string, { granted_permissions?: Grants; runtime_granted_permissions?: Grants } | undefined>;
  };
}

function withHosts(grants: Grants | undefined, hosts: string[]): Grants {
  return { api: [], manifest_permissions: [], scriptable_host: [], ...grants, explicit_host: hosts } as Grants;
}

/** Without the developer's switch the browser turns an unpacked extension off when it is loaded anew. */
export function allowDeveloperExtensions(profile: string): void {
  const folder = join(profile, 'Default');
  const file = join(folder, 'Preferences');
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
}

/** Writes the grants into a profile that no browser is using. `hosts` are match patterns: `https://mail.google.com/*`. */
export function grantHosts(profile: string, extensionId: string, hosts: string[]): void {
  const file = join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8')) as Preferences;
  const settings = preferences.extensions?.settings?.[extensionId];
  if (!settings) throw new Error(`the profile does not know the extension ${extensionId}`);
  const already = settings.granted_permissions?.explicit_host ?? [];
  settings.granted_permissions = withHosts(settings.granted_permissions, [...new Set([...already, ...hosts])]);
  settings.runtime_granted_permissions = withHosts(settings.runtime_granted_permissions, hosts);
  delete preferences.protection;
  writeFileSync(file, JSON.stringify(preferences));
}
