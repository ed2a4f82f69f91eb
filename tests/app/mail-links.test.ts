import { describe, expect, it } from 'vitest';
import { mailLinks } from '../../src/app/mail-links.ts';
import { mailSites } from '../../src/app/sites.ts';

describe('the links of the mail sites', () => {
  it('are those of the sites themselves, one for each', () => {
    expect(mailLinks.map((each) => each.id)).toEqual(mailSites.map((site) => site.id));
  });

  it.each(mailLinks.map((each) => [each.name, each] as const))('say of %s what the site says', (_name, links) => {
    expect(mailSites.find((site) => site.id === links.id)).toMatchObject(links);
  });
});
