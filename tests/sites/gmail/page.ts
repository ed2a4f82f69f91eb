// Pages made for the tests: markup in, a document out, as the readers meet it.

export function pageOf(markup: string): Document {
  return new DOMParser().parseFromString(`<!doctype html>${markup}`, 'text/html');
}

/** The document of the test environment, with this markup and this address after the `#`. */
export function pageAt(hash: string, markup: string): Document {
  window.location.hash = hash;
  document.body.replaceChildren(...pageOf(markup).body.childNodes);
  return document;
}

export const rows = (inner: string) => `<table><tbody>${inner}</tbody></table>`;

/** Ids whose times are known: 2023-08-29, 2025-11-14 (captures). */
export const IDS = {
  shell: { hex: '18a41665ecb473a3', decimal: '1775568780109575075', at: '2023-08-29T13:05:42Z' },
  row: { hex: '19a8309325dddc50', decimal: '1848781055589211216', at: '2025-11-14T15:43:29Z' },
};

/** What Gmail keeps in `jslog`: JSON lists as base64 without padding, ended by dots. */
export function jslog(thread: string, message?: string): string {
  const encode = (id: string) => `${btoa(JSON.stringify([id, null, [], null, 1])).replace(/=+$/, '')}.`;
  return `21576; u014N:cOuCgd,Kr2w4b; 1:${encode(thread)}${message ? `; 4:${encode(message)}` : ''}`;
}
