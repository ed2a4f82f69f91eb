// How the page looks now: read once per change of theme, since it asks for computed styles.
import type { MailSite } from '../site.ts';

type Look = ReturnType<MailSite['look']>;

export function look(document: Document): Look {
  const place = document.querySelector('tr.zA') ?? document.querySelector('[role=main]') ?? document.body;
  const view = document.defaultView;
  if (!view || !place) return { dark: false, font: '', rtl: place?.closest('[dir]')?.getAttribute('dir') === 'rtl' };
  const { fontFamily, direction } = view.getComputedStyle(place);
  return { dark: isDark(view, place), font: fontFamily, rtl: direction === 'rtl' };
}

/** By the nearest background that covers what is behind it; over a picture, by the colour of the words. */
function isDark(view: Window, place: Element): boolean {
  for (let at: Element | null = place; at; at = at.parentElement) {
    const light = readLuminance(view.getComputedStyle(at).backgroundColor);
    if (light !== undefined) return light < 0.5;
  }
  const scheme = view.getComputedStyle(place.ownerDocument.documentElement).colorScheme;
  const words = readLuminance(view.getComputedStyle(place).color);
  return /^(only )?dark$/.test(scheme) || (words ?? 0) > 0.5;
}

/** 0 black to 1 white; undefined for a colour that lets most through. */
function readLuminance(colour: string): number | undefined {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (!colour.startsWith('rgb') || alpha < 0.5) return undefined;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
