// How Outlook looks now, so that our parts follow its theme, font and direction.
import type { MailSite } from '../site.ts';

export function look(document: Document): ReturnType<MailSite['look']> {
  const place = document.querySelector('[role=listbox],[id=MailList],[role=main]') ?? document.body;
  const view = document.defaultView;
  const rtl = document.documentElement?.getAttribute('dir') === 'rtl';
  if (!view || !place) return { dark: false, font: '', rtl };
  const style = view.getComputedStyle(place);
  return { dark: isDark(view, place), font: style.fontFamily, rtl: rtl || style.direction === 'rtl' };
}

/** By the nearest background that hides what is behind it, else by the colour of the words. */
function isDark(view: Window, place: Element): boolean {
  for (let at: Element | null = place; at; at = at.parentElement) {
    const light = readLightness(view.getComputedStyle(at).backgroundColor);
    if (light !== null) return light < 0.5;
  }
  return (readLightness(view.getComputedStyle(place).color) ?? 0) > 0.5;
}

/** From 0 (black) to 1 (white); null for a colour that lets most through. */
function readLightness(colour: string): number | null {
  const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (!colour.startsWith('rgb') || blue === undefined || alpha < 0.5) return null;
  return (0.2126 * red! + 0.7152 * green! + 0.0722 * blue) / 255;
}
