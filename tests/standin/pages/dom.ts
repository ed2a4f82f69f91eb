// Builds elements and talks to the stand-in server. Runs in the pages.
export type Child = Node | string | null | undefined | false;
export type Attributes = Record<string, string | number | boolean | null | undefined>;

/** Builds one element; attributes that are null, undefined or false are left out. */
export function h(tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

export function readConfig<T>(): T {
  return JSON.parse(document.querySelector('#standin-config')!.textContent) as T;
}

export async function load<T>(path: string, query: Record<string, string | number> = {}): Promise<T> {
  const pairs = Object.entries(query).map(([name, value]) => [name, String(value)]);
  const response = await fetch(`/standin/${path}?${new URLSearchParams(pairs)}`);
  return (await response.json()) as T;
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(`/standin/${path}`, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as T;
}

interface Version {
  version: number;
  broken: boolean;
  look: Record<string, string>;
}

/** Calls back when anything changed on the server; a change of looks or markup loads the page anew. */
export function follow(onChange: () => void): void {
  let known: Version | undefined;
  const ask = async () => {
    const now = await load<Version>('version').catch(() => undefined);
    if (now && known && now.version !== known.version) {
      if (now.broken !== known.broken || JSON.stringify(now.look) !== JSON.stringify(known.look)) location.reload();
      else onChange();
    }
    known = now ?? known;
    setTimeout(ask, 400);
  };
  void ask();
}

/** A list of addresses as typed: "Name <a@b>, c@d". */
export function parseTyped(text: string): { name?: string; email: string }[] {
  return text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part.includes('@'))
    .map((part) => {
      const [, name, email] = /^(.*?)\s*<([^>]+)>$/.exec(part) ?? [undefined, '', part];
      return { ...(name ? { name } : {}), email: email!.toLowerCase() };
    });
}
