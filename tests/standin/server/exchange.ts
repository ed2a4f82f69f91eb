// One request to an API host and its answer, free of sockets.
export interface ApiRequest {
  method: string;
  url: URL;
  /** Lower-case names. */
  headers: Record<string, string | undefined>;
  body: string;
}

export interface ApiAnswer {
  status: number;
  headers: Record<string, string>;
  /** Text, or a value that is sent as JSON. */
  body: unknown;
}

/** `cut`: the connection breaks. `hang`: nothing is ever said. */
export type Outcome = ApiAnswer | 'cut' | 'hang';

export function jsonAnswer(status: number, body: unknown, headers: Record<string, string> = {}): ApiAnswer {
  return { status, headers: { 'content-type': 'application/json; charset=UTF-8', ...headers }, body };
}

export function htmlAnswer(status: number, body: string): ApiAnswer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}
