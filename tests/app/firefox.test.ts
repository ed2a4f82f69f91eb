// What the build for Firefox is made of. It is read, not run: no Firefox is needed for it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'waymark-firefox-'));
const root = join(folder, 'firefox-mv3');
const build = `import { build } from 'wxt'; await build({ browser: 'firefox', outDir: ${JSON.stringify(folder)} });`;

interface Manifest {
  [key: string]: unknown;
  icons: Record<string, string>;
  action: { default_popup: string };
  background: { scripts: string[] };
}
let manifest: Manifest;

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', build], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  manifest = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const scripts = () =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(root, file), 'utf8'));

describe('the build for Firefox', () => {
  it('has the keys that Firefox knows, and no other', () => {
    const known = [
      'action',
      'background',
      'browser_specific_settings',
      'content_security_policy',
      'default_locale',
      'description',
      'icons',
      'incognito',
      'manifest_version',
      'name',
      'optional_host_permissions',
      'permissions',
      'version',
    ];
    expect(Object.keys(manifest).sort()).toEqual(known);
  });

  it('runs its background as a script of a page: Firefox starts no service worker for extensions', () => {
    expect(manifest.background).toEqual({ type: 'module', scripts: ['background.js'] });
  });

  it('names itself, says that nothing is collected, and asks for a Firefox that reads both', () => {
    // 139 brought Temporal, 140 `data_collection_permissions`.
    const gecko = {
      id: 'waymark@waymark.invalid',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    };
    expect(manifest.browser_specific_settings).toEqual({ gecko });
  });

  it('asks for no host at installation, and for permissions that Firefox has', () => {
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest.permissions).toEqual([
      'alarms',
      'identity',
      'notifications',
      'scripting',
      'storage',
      'unlimitedStorage',
    ]);
    for (const host of manifest.optional_host_permissions as string[]) expect(host).toMatch(/^https:\/\/[\w.]+\/\*$/);
  });

  it('is made of files that are there', () => {
    const named = [manifest.action.default_popup, ...manifest.background.scripts, ...Object.values(manifest.icons)];
    const opened = ['dashboard.html', 'sheet.html', 'mail-parts.js', 'away-form.js', '_locales/en/messages.json'];
    for (const file of [...named, ...opened]) expect(existsSync(join(root, file)), file).toBe(true);
  });

  it('signs in by the address that the browser gives, which in Firefox is another one than in Chromium', () => {
    const all = scripts().join('\n');
    expect(all).toContain('getRedirectURL');
    expect(all).not.toContain('chromiumapp.org');
  });

  it('calls nothing that Firefox lacks', () => {
    const lacking =
      /\bchrome\.(offscreen|sidePanel|declarativeContent|enterprise|tabGroups|system)\b|setAccessLevel|chrome-extension:|getAuthToken|externally_connectable/;
    for (const script of scripts()) expect(lacking.exec(script)?.[0]).toBeUndefined();
  });
});
