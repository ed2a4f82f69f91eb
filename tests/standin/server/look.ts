// How the hosts look in all tabs; an address may ask for another look (`?theme=dark`).
export interface Look {
  theme: 'light' | 'dark';
  density: 'default' | 'compact';
  dir: 'ltr' | 'rtl';
  /** Gmail's reading pane beside the list. */
  split: 'none' | 'vertical';
  /** Outlook's language and date format. */
  locale: string;
  /** The page that asks for access says yes by itself: windows of sign-in flows are hard to click. */
  autoConsent: boolean;
}

export const plainLook: Look = {
  theme: 'light',
  density: 'default',
  dir: 'ltr',
  split: 'none',
  locale: 'en-US',
  autoConsent: false,
};

export function lookFor(look: Look, query: URLSearchParams): Look {
  const asked = Object.keys(look).flatMap((key) => (query.has(key) ? [[key, query.get(key)]] : []));
  return { ...look, ...Object.fromEntries(asked) };
}
