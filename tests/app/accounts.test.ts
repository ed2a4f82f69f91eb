import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accountProviders, findClient, findMailClient } from '../../src/app/accounts.ts';
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

describe('the client to read mail with', () => {
  const clients = { google: { id: 'own-google' }, microsoft: { id: 'own-microsoft' } };

  it('is at Google the institution’s own and no other, because the scopes are restricted', () => {
    expect(findMailClient('google', { ...defaultSettings('UTC'), clients })).toEqual({ id: 'own-google' });
    expect(findMailClient('google', defaultSettings('UTC'))).toBeUndefined();
    expect(findMailClient('google', undefined)).toBeUndefined();
    expect(accountProviders.map(({ provider, mail }) => [provider, mail?.ownClientOnly])).toEqual([
      ['google', true],
      ['microsoft', false],
    ]);
  });

  it('is at Microsoft the one that calendars are read with', () => {
    const settings = { ...defaultSettings('UTC'), clients };
    expect(findMailClient('microsoft', settings)).toEqual(findClient('microsoft', settings));
  });
});
