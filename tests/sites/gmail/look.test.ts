// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { site } from '../../../src/sites/gmail/index.ts';
import { pageAt, pageOf } from './page.ts';

const page = (main: string, style = '') =>
  pageAt('', `<div style="${style}"><div role="main" ${main}>Mail</div></div>`);

describe('the look of the page', () => {
  it.each([
    ['a white page', '', 'background-color: rgb(255, 255, 255)', false],
    ['a black page', '', 'background-color: rgb(32, 33, 36)', true],
    [
      'a light list in a dark frame',
      'style="background-color: rgb(250, 250, 250)"',
      'background-color: rgb(0, 0, 0)',
      false,
    ],
    [
      'a veil over a dark frame',
      'style="background-color: rgba(255, 255, 255, 0.2)"',
      'background-color: rgb(0, 0, 0)',
      true,
    ],
    ['white words over a picture', 'style="color: rgb(255, 255, 255)"', '', true],
    ['dark words over a picture', 'style="color: rgb(32, 33, 36)"', '', false],
  ])('of %s is told', (_, main, style, dark) => {
    expect(site.look(page(main, style)).dark).toBe(dark);
  });

  it("has the host's font and direction", () => {
    expect(site.look(page('style="font-family: Roboto, sans-serif"'))).toMatchObject({
      font: 'Roboto, sans-serif',
      rtl: false,
    });
    expect(site.look(page('style="direction: rtl"')).rtl).toBe(true);
  });

  it('of a document that is not shown is what its attributes tell', () => {
    expect(site.look(pageOf('<div dir="rtl"><div role="main"></div></div>'))).toEqual({
      dark: false,
      font: '',
      rtl: true,
    });
  });
});
