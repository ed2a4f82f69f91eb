// Says to the worker that a site's page script lives in this page. Another site's may live here too.

/** The part of `browser.runtime` that is used. */
interface Hearing {
  onMessage: {
    addListener(listener: (message: unknown, sender: unknown, respond: (answer: unknown) => void) => void): void;
  };
}

/** What the worker asks a page. */
export interface HereQuestion {
  waymark: 'here';
  site: string;
}

export function answerHere({ onMessage }: Hearing, site: string, signal: AbortSignal): void {
  onMessage.addListener((message, _sender, respond) => {
    if (!signal.aborted && isAsked(message, site)) respond(true);
  });
}

const isAsked = (message: unknown, site: string) =>
  typeof message === 'object' &&
  message !== null &&
  'waymark' in message &&
  message.waymark === 'here' &&
  'site' in message &&
  message.site === site;
