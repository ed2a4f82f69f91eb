import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ConfigEnv, UserManifest, Wxt } from 'wxt';
import { accountProviders } from '../../src/app/accounts.ts';
import { mailSites } from '../../src/app/sites.ts';
import config from '../../wxt.config.ts';

function manifestFor(browser: string, command: ConfigEnv['command'] = 'build'): UserManifest {
  const compose = config.manifest as (env: ConfigEnv) => UserManifest;
  return compose({ browser, command, mode: 'production', manifestVersion: 3 });
}

const policyOf = ({ content_security_policy: policy }: UserManifest) =>
  (policy as { extension_pages: string } | undefined)?.extension_pages;

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  it('asks for nothing it does not use', () => {
    const { permissions } = manifestFor(browser);
    expect(permissions).toEqual(['alarms', 'identity', 'notifications', 'scripting', 'storage', 'unlimitedStorage']);
  });

  it('lets our pages load nothing from elsewhere and make no markup from text', () => {
    const rules = policyOf(manifestFor(browser))?.split('; ') ?? [];
    expect(rules).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"]),
    );
    expect(rules).toEqual(expect.arrayContaining(["require-trusted-types-for 'script'", "trusted-types 'none'"]));
    expect(rules.filter((rule) => !rule.startsWith('connect-src')).join()).not.toMatch(/unsafe|https?:|\*/);
  });

  it('connects to the account providers’ own hosts and to nothing else', () => {
    const rule = policyOf(manifestFor(browser))
      ?.split('; ')
      .find((each) => each.startsWith('connect-src '));
    expect(rule?.split(' ').slice(1)).toEqual(accountProviders.flatMap(({ hosts }) => hosts));
  });

  it('names icons that are there', () => {
    for (const file of Object.values(manifestFor(browser).icons ?? {})) {
      expect(readFileSync(`public/${file}`).subarray(1, 4).toString()).toBe('PNG');
    }
  });
});

describe('the build', () => {
  it('brings along which rules verdicts are derived with', async () => {
    const { define } = (await config.vite?.({} as ConfigEnv)) ?? {};
    expect(JSON.parse(String(define?.__WAYMARK_RULES__))).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('access to mail sites', () => {
  it('is never asked for at installation', async () => {
    const hosts = mailSites.flatMap((site) => site.matches);
    const manifest = { ...manifestFor('chrome'), host_permissions: [...hosts, ...hosts] };
    type Hooks = Record<string, (wxt: Wxt, manifest: UserManifest) => void>;
    const hook = (config.hooks as Hooks)['build:manifestGenerated'];
    hook?.({} as Wxt, manifest);
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).toMatchObject({ optional_host_permissions: hosts.toSorted() });
  });
});

describe('the names', () => {
  const read = (language: string): Record<string, { message: string }> =>
    JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));

  it.each(readdirSync('public/_locales'))('are all there in %s, within what browsers show', (language) => {
    const messages = read(language);
    expect(Object.keys(messages)).toEqual(Object.keys(read('en')));
    expect(messages.name?.message.length).toBeLessThanOrEqual(45);
    expect(messages.description?.message.length).toBeLessThanOrEqual(132);
  });
});
