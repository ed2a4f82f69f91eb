// How Outlook looks now, so that our parts follow its theme, font and direction.
import type { MailSite } from '../site.ts';

export function look(document: Document): ReturnType<MailSite['look']> {
  const place = document.querySelector('[role=listbox],[id=MailList],[role=main]') ?? document.body;
  const view = document.defaultView;
  const rtl = document.documentElement?.getAttribute('dir') === 'rtl';
  if (!view || !place) return { dark: false, font: '', rtl };
  const { color, fontFamily, direction } = view.getComputedStyle(place);
  let light: number | undefined;
  for (let at: Element | null = place; at && light === undefined; at = at.parentElement)
    light = readLightness(view.getComputedStyle(at).backgroundColor);
  // Without a background of its own the page's words tell: light words stand on something dark.
  return { dark: (light ?? 1 - (readLightness(color) ?? 0)) < 0.5, font: fontFamily, rtl: rtl || direction === 'rtl' };
}

/** From 0 (black) to 1 (white); undefined for a colour that lets most through. */
function readLightness(colour: string): number | undefined {
  const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (!colour.startsWith('rgb') || blue === undefined || alpha < 0.5) return undefined;
  return (0.2126 * red! + 0.7152 * green! + 0.0722 * blue) / 255;
}
