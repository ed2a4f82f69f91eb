import cldr from 'cldr-core/supplemental/windowsZones.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { windowsZones } from '../../../src/domain/time/windows-zones.ts';
import { findExactZone, findZone } from '../../../src/domain/time/zone-names.ts';

const world = cldr.supplemental.windowsZones.mapTimezones
  .map(({ mapZone }) => mapZone)
  .filter((zone) => zone._territory === '001');

describe('the table of Windows zone names', () => {
  it('is what the installed CLDR says', () => {
    expect(world.length).toBeGreaterThan(130);
    expect(windowsZones).toEqual(Object.fromEntries(world.map((zone) => [zone._other, zone._type])));
  });

  it('names zones that this engine knows', () => {
    for (const name of Object.keys(windowsZones)) expect(findExactZone(name), name).toBe(windowsZones[name]);
    for (const zone of Object.values(windowsZones)) expect(() => new Temporal.ZonedDateTime(0n, zone)).not.toThrow();
  });
});

describe('findZone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    [' "America/Argentina/Buenos_Aires" ', 'America/Argentina/Buenos_Aires'],
    ['US/Eastern', 'US/Eastern'],
    ['Etc/GMT-2', 'Etc/GMT-2'],
    ['UTC', 'Etc/UTC'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['eastern standard time', 'America/New_York'],
    ['Central European Standard Time', 'Europe/Warsaw'],
    ['/mozilla.org/20050126_1/America/New_York', 'America/New_York'],
    ['/mozilla.org/20070129_1/America/Argentina/Salta', 'America/Argentina/Salta'],
    ['/freeassociation.sourceforge.net/Tzfile/Europe/Berlin', 'Europe/Berlin'],
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['(UTC-05:00) Eastern Time (US and Canada)', 'America/New_York'],
    ['(UTC-04:00) Atlantic Time (Canada)', 'America/Halifax'],
    ['(UTC+07:00) Bangkok\\, Hanoi\\, Jakarta', 'Asia/Bangkok'],
    ['(GMT+10:00) Canberra, Melbourne, Sydney', 'Australia/Sydney'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
    ['Amsterdam, Belgrade, Berlin, Brussels, Budapest, Madrid, Paris, Prague, Stockholm', 'Europe/Amsterdam'],
    ['(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi', 'Asia/Shanghai'],
    ['(UTC-07:00) Chihuahua, La Paz, Mazatlan', 'America/Mazatlan'],
    ['(UTC-04:00) Georgetown, La Paz, Manaus, San Juan', 'America/La_Paz'],
    ['(UTC) Coordinated Universal Time', 'Etc/UTC'],
    ['Western/Central Europe', 'Europe/Berlin'],
  ])('%s is %s', (name, zone) => {
    expect(findZone(name)).toBe(zone);
  });

  it.each([
    'Customized Time Zone',
    'Customized Time Zone 1',
    'tzone://Microsoft/Custom',
    'tzone://Microsoft/Europe/Berlin/x',
    'Nowhere/Middle',
    'America-SanJose',
    'CST',
    'UTC+01',
    '(GMT +01:00)',
    '+01:00',
    '2026-01-01T00:00[Europe/Berlin]',
    'TZID=Europe/Germany',
    '__proto__',
    'constructor',
    '',
    ' ',
    '0',
    '}'.repeat(5000),
    `${'/a'.repeat(5000)}`,
  ])('%s is no zone that could be named', (name) => {
    expect(findZone(name)).toBeUndefined();
  });
});

describe('findExactZone', () => {
  it('leaves labels and paths alone, for the file may define them', () => {
    expect(findExactZone('(UTC-05:00) Eastern Time (US & Canada)')).toBeUndefined();
    expect(findExactZone('/mozilla.org/20050126_1/America/New_York')).toBeUndefined();
  });
});
