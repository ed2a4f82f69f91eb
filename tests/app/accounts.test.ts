import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accountProviders, findClient } from '../../src/app/accounts.ts';
import { defaultSettings } from '../../src/domain/settings.ts';

describe('account providers', () => {
  it('are those that have a folder', () => {
    const folders = readdirSync('src/accounts', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(accountProviders.map(({ provider }) => provider as string).toSorted()).toEqual(
      folders.map(({ name }) => name).toSorted(),
    );
  });

  it.each(accountProviders)('$name is asked over TLS, at named hosts alone', ({ hosts, source, scopes }) => {
    for (const host of hosts) expect(host).toMatch(/^https:\/\/[a-z0-9.]+\.com$/);
    expect(source).toMatch(/^\w+-calendar$/);
    expect(scopes.length).toBeGreaterThan(0);
  });
});

describe('the client to sign in with', () => {
  const settings = { ...defaultSettings('UTC'), clients: { microsoft: { id: 'own', tenant: 'school.example' } } };

  it('is the institution’s own where the settings name one', () => {
    expect(findClient('microsoft', settings)).toEqual({ id: 'own', tenant: 'school.example' });
  });

  it('is none where nobody names one', () => {
    expect(findClient('google', settings)).toBeUndefined();
    expect(findClient('google', undefined)).toBeUndefined();
  });
});
