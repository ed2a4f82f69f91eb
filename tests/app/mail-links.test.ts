import { describe, expect, it } from 'vitest';
import { calendarLinks, mailLinks } from '../../src/app/mail-links.ts';
import { calendarSites, mailSites } from '../../src/app/sites.ts';

describe.each([
  ['mail', mailLinks, mailSites],
  ['calendar', calendarLinks, calendarSites],
])('the links of the %s sites', (_kind, links, sites) => {
  it('are those of the sites themselves, one for each', () => {
    expect(links.map((each) => each.id)).toEqual(sites.map((site) => site.id));
  });

  it.each(links.map((each) => [each.name, each] as const))('say of %s what the site says', (_name, each) => {
    expect(sites.find((site) => site.id === each.id)).toMatchObject(each);
  });
});
