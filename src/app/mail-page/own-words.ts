// What a message's writer wrote, without what they quote, forward or sign with. It is judged in the page and goes nowhere.

/**
 * Where everything after is somebody else's: Outlook's marks before what it quotes, also where another Outlook put `x_`
 * before the ids of a mail it shows.
 */
const END = '[id$=divRplyFwdMsg],[id$=appendonsend],[id$=isForwardContent]';
/** The line that desktop Outlook draws above "From:", which is bold, in whatever language. */
const RULED = '[style*=border-top]';
const QUOTE = '[class*=gmail_quote]';
/** What is passed by wherever it stands: people may have answered between quotes. */
const LEFT_OUT =
  'blockquote,[class*=gmail_attr],[class*=moz-cite-prefix],[class*=yahoo_quoted],[class*=gmail_signature],[class*=moz-signature],[id$=Signature],style,script,[hidden],[data-wm]';
const BLOCK = /^(div|p|br|li|tr|h\d|ul|ol|table|pre)$/i;

/** Lines of plain text that say the same. */
const quoted = /^\s*>/;
const lastLine = /^(-- ?$|_{8,}|-{3,} ?\S.*\S ?-{3,}$|(?=.*\d).{0,200}@\S+.{0,60}[:：]$)/;

/** `''` where the message has none: it only forwards or quotes. */
export function readOwnWords(body: Element): string {
  const parts: string[] = [];
  collect(body, parts);
  const lines: string[] = [];
  for (const line of parts.join('').split('\n')) {
    const text = line.replace(/\s+/g, ' ').trim();
    if (lastLine.test(text.slice(0, 400))) break;
    if (text && !quoted.test(text)) lines.push(text);
  }
  return lines.join('\n');
}

/** False once the end of the writer's own words was reached. */
function collect(node: Node, parts: string[]): boolean {
  if (node.nodeType === 3) parts.push((node.nodeValue ?? '').replace(/\n/g, isPlain(node) ? '\n' : ' '));
  if (node.nodeType !== 1) return true;
  const element = node as Element;
  if (element.matches(END) || isFromBlock(element)) return false;
  if (element.matches(LEFT_OUT) || isForwarded(element)) return true;
  const isBlock = BLOCK.test(element.tagName);
  if (isBlock) parts.push('\n');
  for (const child of element.childNodes) if (!collect(child, parts)) return false;
  if (isBlock) parts.push('\n');
  return true;
}

const isFromBlock = (element: Element) =>
  element.matches(RULED) && /^\s*\S+\s*[:：]\s*$/.test(element.querySelector('b,strong')?.textContent ?? '');

const isPlain = (text: Node) => text.parentElement?.closest('pre') !== null;

/** Gmail puts what is forwarded into the frame of a quote, and no blockquote around it. */
function isForwarded(element: Element): boolean {
  return element.matches(QUOTE) && !element.querySelector('blockquote');
}
