// The evidence of a thread as a page shows it: every word is made here, so that a page carries none of what makes them.
import type { MessageKind } from '../../domain/thread/message.ts';
import type { ThreadWhy, WhyEntry } from './contract.ts';
import { countsAs, type Evidence, type Exhibit, type MessageExhibit } from './evidence.ts';
import {
  composeAsks,
  composeBeside,
  composeCorrection,
  composeExhibit,
  composeKindReason,
  composeSeen,
  isKindGuessed,
  kindNames,
} from './evidence-words.ts';

export interface WhySetting {
  zone: string;
  /** The name of a source, as people know it. */
  nameOf(source: string): string;
}

export function composeWhy({ decide, beside }: Evidence, setting: WhySetting): ThreadWhy {
  const compose = (exhibit: Exhibit) => composeEntry(exhibit, setting);
  return { decide: decide.map(compose), beside: beside.map(compose), title: composeBeside(beside.length) };
}

function composeEntry(exhibit: Exhibit, setting: WhySetting): WhyEntry {
  const { at } = exhibit;
  if (exhibit.what !== 'message') return { who: composeExhibit(exhibit), at, says: '', said: [] };
  const { from } = exhibit.message;
  const who = from.name || from.email;
  return {
    who,
    at,
    says: composeSays(exhibit, setting),
    said: exhibit.said.map((each) => ({
      words: `${composeCorrection(each, setting.zone)}.`,
      undo: { list: 'corrections', id: each.id },
    })),
    correct: { message: exhibit.id, label: `Not right? Correct the message of ${who}`, offers: findOffers(exhibit) },
  };
}

/** "Personal, a guess: … . Needs an answer: … . Seen in … ." */
function composeSays(exhibit: MessageExhibit, { nameOf }: WhySetting): string {
  const { message } = exhibit;
  const sentences = [
    `${kindNames[message.kind]}${isKindGuessed(message) ? ', a guess' : ''}: ${composeKindReason(message)}`,
    message.threadGuessed ? 'Only its subject says that it belongs to this thread' : '',
    isAsking(exhibit) ? composeAsks(message) : '',
    composeSeen(message, nameOf),
  ];
  return sentences.flatMap((sentence) => (sentence ? `${sentence}.` : [])).join(' ');
}

/** Only a mentee's own words open a wait. */
const isAsking = (exhibit: MessageExhibit) => exhibit.by === 'mentee' && countsAs(exhibit).kind === 'personal';

function findOffers(exhibit: MessageExhibit): NonNullable<WhyEntry['correct']>['offers'] {
  const { kind, asks } = countsAs(exhibit);
  const isSilent = asks === false;
  const others = (Object.keys(kindNames) as MessageKind[]).filter((each) => each !== kind);
  return [
    ...(isAsking(exhibit) ? [{ words: isSilent ? 'Needs an answer' : 'Needs no answer', as: { asks: isSilent } }] : []),
    ...others.map((each) => ({ words: kindNames[each], as: { kind: each } })),
  ];
}
