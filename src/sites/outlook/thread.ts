// The open thread. Hooks: PAGE-FACTS section 3; labels are translated, so ids and test ids lead.
import type { Address } from '../../domain/record.ts';
import type { ReadMessage, ReadThread } from '../site.ts';
import { address, MAX_SUBJECT, parseAddresses, parseEmail, readAddresses, readText, tidy } from './page-text.ts';
import { BODIES, DATES, type FoundMessage, readThreadId } from './panes.ts';

const MESSAGE_ID = /^MSG_(.{1,300})_(?:FROM|TO|CC|BCC|DATETIME|SUBJECT)$/;
const WELL = '[data-testid=RecipientWell]';

/** `sentAt` holds the instants of `messages`, in their order. */
export function readOpenThread(pane: Element, messages: FoundMessage[], sentAt: (string | undefined)[]): ReadThread {
  const threadId = readThreadId(pane);
  const subject = readSubject(pane, messages[0]);
  return {
    ...(threadId && { threadId }),
    ...(subject && { subject }),
    messages: messages.map((message, index) => readMessage(message, sentAt[index])),
  };
}

function readMessage(message: FoundMessage, sentAt: string | undefined): ReadMessage {
  const id = readId(message);
  const collapsed = !id && !message.root.matches(BODIES) && !message.root.querySelector(`${BODIES},[role=document]`);
  const [well, secondWell] = findParts(message.root, WELL);
  const from = findPart(message.root, id, 'FROM') ?? findParts(message.root, '[data-testid=SenderPersona]')[0];
  const to = findPart(message.root, id, 'TO') ?? well;
  const cc = findPart(message.root, id, 'CC') ?? secondWell;
  return {
    ...(id && { id }),
    ...(sentAt && { sentAt }),
    from: from ? (readAddresses(from)[0] ?? null) : findSender(message.root, to),
    to: to && !collapsed ? readAddresses(to) : [],
    cc: cc && !collapsed ? readAddresses(cc) : [],
    collapsed,
  };
}

function readId({ mark, root, otherDate }: FoundMessage): string | undefined {
  const marked = [mark, ...(otherDate ? [otherDate] : []), ...findParts(root, '[id^=MSG_]')];
  return marked.map((element) => MESSAGE_ID.exec(element.id)?.[1]).find((id) => id !== undefined);
}

/** Parts of a message outside its body: a mail may hold markup that looks like Outlook's. */
function findParts(root: Element, selector: string): Element[] {
  return [...root.querySelectorAll(selector)].filter((part) => !part.closest(`${BODIES},[role=document]`));
}

function findPart(root: Element, id: string | undefined, part: string): Element | undefined {
  return id === undefined ? undefined : findParts(root, `[id$=_${part}]`).find((one) => one.id === `MSG_${id}_${part}`);
}

/**
 * Without the sender's id: the first title or label before the recipients that is an address, or a name with its
 * address; where the recipients are not marked either, only what is an address and nothing else.
 */
function findSender(root: Element, recipients: Element | undefined): Address | null {
  for (const part of findParts(root, '[title],[aria-label]')) {
    if (recipients && (recipients.contains(part) || recipients.compareDocumentPosition(part) & 4)) return null;
    const values = [part.getAttribute('title'), part.getAttribute('aria-label')];
    for (const value of values) {
      const email = parseEmail(value);
      if (email) return address(email, part.textContent);
      const [named, ...more] = recipients ? parseAddresses(value) : [];
      if (named && more.length === 0) return named;
    }
  }
  return null;
}

function readSubject(pane: Element, first: FoundMessage | undefined): string | undefined {
  const marked = [...findParts(pane, '[id^=CONV_][id$=_SUBJECT]'), ...findParts(pane, '[id^=MSG_][id$=_SUBJECT]')];
  for (const element of [...marked, ...findHeadings(pane, first)]) {
    const subject = readText(element, MAX_SUBJECT) || tidy(element.getAttribute('title'), MAX_SUBJECT);
    if (subject) return subject;
  }
  return undefined;
}

/** Headings above the first message's date that belong to no message: the subject's, where its id has gone. */
function findHeadings(pane: Element, first: FoundMessage | undefined): Element[] {
  return findParts(pane, '[role=heading],h1,h2,h3').filter((heading) => {
    if (heading.matches(`${DATES},[id^=MSG_]`) || heading.querySelector(`${DATES},[id^=MSG_],${WELL}`)) return false;
    if (heading.closest('[id^=MSG_]') || /[:：]/.test(heading.getAttribute('aria-label') ?? '')) return false;
    return !first || (heading.compareDocumentPosition(first.mark) & 4) !== 0;
  });
}

/**
 * Where a line may stand above the messages. Outlook's subject floats over the pane's top and would cover it, so it goes
 * into the scrolling part (`customScrollBar`, a name and no build hash, seen live 2026-07) where the messages are in one.
 */
export function findThreadAnchor(pane: Element, messages: FoundMessage[]): Element | null {
  const first = messages[0];
  if (!first) return null;
  const scroller = first.mark.closest('.customScrollBar');
  if (scroller && scroller !== pane && pane.contains(scroller))
    return [...scroller.children].find((child) => child.contains(first.mark)) ?? first.root;
  return messages.length > 1 ? first.root : narrow(first);
}

/** A single message's own part may hold the subject too: the largest part of it without. */
function narrow({ mark, root }: FoundMessage): Element {
  let anchor = mark;
  while (anchor !== root && anchor.parentElement && !anchor.parentElement.querySelector('[id^=CONV_][id$=_SUBJECT]'))
    anchor = anchor.parentElement;
  return anchor;
}
