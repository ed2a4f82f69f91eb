// Cuts a stream of bytes into messages: an .mbox at its "From " lines (RFC 4155), an .eml not at all. Of each message only
// so much is held as its headers and first words need, so that memory stays the same however large the file is.

/** One message as it stands in the file. */
export interface RawMessage {
  bytes: Uint8Array;
  /** Where it begins in the file, in bytes. */
  at: number;
  /** True when its end was left out. */
  cut: boolean;
}

const KEPT = 256 * 1024;
const LF = 10;
const [F, R, O, M, SPACE, GREATER] = [70, 114, 111, 109, 32, 62];
const days = 'Mon|Tue|Wed|Thu|Fri|Sat|Sun';
const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
/** `From robin@example.com Mon Mar  9 12:40:00 2026`, as in RFC 4155, with the zone that some write before the year. */
const separator = new RegExp(`^From .*\\b(${days}),? +(${months}|\\d{1,2}) .*\\d{1,2}:\\d\\d.*\\d{4}`);
const LONGEST_SEPARATOR = 400;
/** With such a line an .eml begins; what begins with another is the rest of an .mbox that was cut in parts. */
const field = /^[!-9;-~]+[ \t]*:/;

class Message {
  #parts: Uint8Array[] = [];
  #size = 0;
  readonly at: number;
  cut = false;

  constructor(at: number) {
    this.at = at;
  }

  add(bytes: Uint8Array): void {
    const room = KEPT - this.#size;
    if (bytes.length > room) this.cut = true;
    if (room <= 0) return;
    const part = bytes.slice(0, room);
    this.#parts.push(part);
    this.#size += part.length;
  }

  get isEmpty(): boolean {
    return this.#parts.every((part) => part.every((byte) => byte === LF || byte === 13));
  }

  end(): RawMessage {
    const bytes = new Uint8Array(this.#size);
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return { bytes, at: this.at, cut: this.cut };
  }
}

function startsFrom(line: Uint8Array, at: number): boolean {
  return line[at] === F && line[at + 1] === R && line[at + 2] === O && line[at + 3] === M && line[at + 4] === SPACE;
}

/** `>From ` at the start of a line was `From ` before it went into the .mbox. */
function isQuoted(line: Uint8Array): boolean {
  let at = 0;
  while (line[at] === GREATER) at += 1;
  return at > 0 && startsFrom(line, at);
}

function isBlank(line: Uint8Array): boolean {
  return line.length === 1 || (line.length === 2 && line[0] === 13);
}

const latin = new TextDecoder('latin1');
/** A byte order mark, read so. */
const mark = /^ï»¿/;

export async function* splitMessages(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RawMessage> {
  let message: Message | undefined;
  let position = 0;
  let first = true;
  let isMbox = false;
  let afterBlank = true;
  for await (const line of linesOf(chunks)) {
    const isSeparator = afterBlank && startsFrom(line, 0) && (first || separator.test(head(line)));
    if (first && !isBlank(line)) isMbox = isSeparator || !field.test(head(line).replace(mark, ''));
    if (isSeparator && isMbox) {
      if (message && !message.isEmpty) yield message.end();
      message = new Message(position);
    } else {
      message ??= new Message(position);
      message.add(isMbox && isQuoted(line) ? line.subarray(1) : line);
    }
    afterBlank = isBlank(line);
    // Blank lines and a byte order mark may stand before the first message.
    if (!afterBlank) first = false;
    position += line.length;
  }
  if (message && !message.isEmpty) yield message.end();
}

const head = (line: Uint8Array): string => latin.decode(line.subarray(0, LONGEST_SEPARATOR));

/** Lines with their ends; one longer than what is kept of a message comes in pieces. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? join(rest, chunk) : chunk;
    let from = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, from)) {
      yield bytes.subarray(from, end + 1);
      from = end + 1;
    }
    rest = bytes.slice(from);
    if (rest.length > KEPT) {
      yield rest;
      rest = new Uint8Array(0);
    }
  }
  if (rest.length > 0) yield rest;
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
