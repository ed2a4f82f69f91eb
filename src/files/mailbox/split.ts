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
const [LF, CR] = [10, 13];
const [F, R, O, M, SPACE, GREATER] = [70, 114, 111, 109, 32, 62];
const days = 'Mon|Tue|Wed|Thu|Fri|Sat|Sun';
const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
/** `From robin@example.com Mon Mar  9 12:40:00 2026`, as in RFC 4155, with the zone that some write before the year. */
const separator = new RegExp(`^From .*\\b(${days}),? +(${months}|\\d{1,2}) .*\\d{1,2}:\\d\\d.*\\d{4}`);
const LONGEST_SEPARATOR = 400;
/** With such a line an .eml begins; what begins with another is the rest of an .mbox that was cut in parts. */
const field = /^[!-9;-~]+[ \t]*:/;

/** The message that is being read. Messages stand one after the other in a block, which is let go of when it is full. */
class Held {
  #block = new Uint8Array(KEPT);
  #from = 0;
  #size = 0;
  #at = 0;
  #cut = false;

  begin(at: number): void {
    this.#from += this.#size;
    this.#size = 0;
    this.#at = at;
    this.#cut = false;
  }

  add(line: Uint8Array): void {
    const room = KEPT - this.#size;
    if (line.length > room) this.#cut = true;
    if (room <= 0) return;
    const part = line.length > room ? line.subarray(0, room) : line;
    if (this.#from + this.#size + part.length > KEPT) this.#move();
    this.#block.set(part, this.#from + this.#size);
    this.#size += part.length;
  }

  /** Undefined where there are but empty lines. */
  end(): RawMessage | undefined {
    const bytes = this.#bytes;
    const isEmpty = bytes.every((byte) => byte === LF || byte === CR);
    return isEmpty ? undefined : { bytes, at: this.#at, cut: this.#cut };
  }

  get #bytes(): Uint8Array {
    return this.#block.subarray(this.#from, this.#from + this.#size);
  }

  #move(): void {
    const block = new Uint8Array(KEPT);
    block.set(this.#bytes);
    this.#block = block;
    this.#from = 0;
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
  return line.length === 1 || (line.length === 2 && line[0] === CR);
}

const latin = new TextDecoder('latin1');
/** A byte order mark, read so. */
const mark = /^ï»¿/;

export async function* splitMessages(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RawMessage> {
  const lines = new Lines();
  const splitter = new Splitter();
  for await (const chunk of chunks) {
    for (const line of lines.of(chunk)) {
      const ended = splitter.take(line);
      if (ended) yield ended;
    }
  }
  const last = lines.rest.length > 0 ? splitter.take(lines.rest) : undefined;
  if (last) yield last;
  const end = splitter.end();
  if (end) yield end;
}

/** Takes lines, and gives each message when the next one begins. */
class Splitter {
  readonly #held = new Held();
  #position = 0;
  #first = true;
  #isMbox = false;
  #afterBlank = true;

  take(line: Uint8Array): RawMessage | undefined {
    const isSeparator = this.#afterBlank && startsFrom(line, 0) && (this.#first || separator.test(head(line)));
    this.#afterBlank = isBlank(line);
    if (this.#first && !this.#afterBlank) {
      this.#isMbox = isSeparator || !field.test(head(line).replace(mark, ''));
      // Blank lines and a byte order mark may stand before the first message.
      this.#first = false;
    }
    const begins = isSeparator && this.#isMbox;
    const ended = begins ? this.#held.end() : undefined;
    if (begins) this.#held.begin(this.#position);
    else this.#held.add(this.#isMbox && isQuoted(line) ? line.subarray(1) : line);
    this.#position += line.length;
    return ended;
  }

  end(): RawMessage | undefined {
    return this.#held.end();
  }
}

const head = (line: Uint8Array): string => latin.decode(line.subarray(0, LONGEST_SEPARATOR));

/** Cuts chunks into lines with their ends; a line longer than what is kept of a message comes in pieces. */
class Lines {
  /** The beginning of a line whose end has not come. */
  rest: Uint8Array = new Uint8Array(0);

  *of(chunk: Uint8Array): Generator<Uint8Array> {
    const bytes = this.rest.length > 0 ? join(this.rest, chunk) : chunk;
    let from = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, from)) {
      yield bytes.subarray(from, end + 1);
      from = end + 1;
    }
    this.rest = bytes.slice(from);
    if (this.rest.length <= KEPT) return;
    yield this.rest;
    this.rest = new Uint8Array(0);
  }
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
