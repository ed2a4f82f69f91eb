// The open thread. Hooks: PAGE-FACTS section 3; labels are translated, so ids and test ids lead.
import type { Address } from '../../domain/record.ts';
import type { ReadMessage, ReadThread } from '../site.ts';
import { findLeaves, readAddresses, readTitleAddress, tidy } from './page-text.ts';
import { type FoundMessage, findParts, HEADS, IN_BODY, readThreadId } from './panes.ts';

const MESSAGE_ID = /^MSG_(.{1,300})_(FROM|TO|CC|BCC|DATETIME|SUBJECT)$/;

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

function readMessage({ mark, root }: FoundMessage, sentAt: string | undefined): ReadMessage {
  const heads = [mark, ...findParts(root, HEADS)];
  const id = heads.map((head) => MESSAGE_ID.exec(head.id)?.[1]).find(Boolean);
  const wells = findParts(root, '[data-testid=RecipientWell]');
  const find = (part: string) => heads.find((head) => head.id === `MSG_${id}_${part}`);
  const to = find('TO') ?? wells[0];
  const cc = find('CC') ?? wells[1];
  const from = find('FROM');
  const collapsed = !id && !root.matches(IN_BODY) && !root.querySelector(IN_BODY);
  return {
    ...(id && { id }),
    ...(sentAt && { sentAt }),
    from: from ? (readAddresses(from)[0] ?? null) : findSender(root, to),
    to: to ? readAddresses(to) : [],
    cc: cc ? readAddresses(cc) : [],
    collapsed,
  };
}

/** Without the sender's id: the first title or label that is or names one address, before the recipients. */
function findSender(root: Element, recipients: Element | undefined): Address | null {
  const parts = findParts(root, '[title],[aria-label]').filter((part) => !part.closest('[id$=_SUBJECT]'));
  const before = parts.filter((part) => !recipients || part.compareDocumentPosition(recipients) === 4);
  return before.map(readTitleAddress).find(Boolean) ?? null;
}

/** By its id, or the first heading above the messages that is not part of one. */
function readSubject(pane: Element, first: FoundMessage | undefined): string {
  const headings = findParts(pane, '[role=heading],h1,h2,h3').filter(
    (heading) =>
      !heading.closest(HEADS) &&
      !heading.matches('[aria-label*=":"]') &&
      (!first || heading.compareDocumentPosition(first.mark) === 4),
  );
  const all = [
    ...findParts(pane, '[id^=CONV_][id$=_SUBJECT]'),
    ...findParts(pane, `${HEADS}[id$=_SUBJECT]`),
    ...headings,
  ];
  return (
    all
      .map((one) =>
        tidy(
          findLeaves(one)
            .map(({ text }) => text)
            .join(' '),
        ),
      )
      .find(Boolean) ?? ''
  );
}

/**
 * Where a line may stand above the messages. Outlook's subject floats over the pane's top and would cover it, so it goes
 * into the scrolling part (`customScrollBar`, a name and no build hash, seen live 2026-07) where the messages are in one.
 */
export function findThreadAnchor(pane: Element, [first]: FoundMessage[]): Element | null {
  const scroller = first?.mark.closest('.customScrollBar');
  const inside = scroller && scroller !== pane && pane.contains(scroller) ? [...scroller.children] : [];
  return inside.find((child) => child.contains(first!.mark)) ?? first?.root ?? null;
}
