// The programme's guidelines (PROGRAMMES R4): the document that was picked, and the rules as the pack cites them.
import type { Programme } from '../../domain/programme/programme.ts';
import { type BundleFile, textFile } from './bundle-file.ts';

export function composeGuidelines(
  programme: Programme | undefined,
  picked: { name: string; bytes: Uint8Array } | undefined,
): BundleFile[] {
  const document = picked && {
    path: `guidelines/${safeName(picked.name)}`,
    bytes: picked.bytes,
    about: 'The document you attached.',
    holds: ['whatever stands in it'],
  };
  const rules =
    programme &&
    textFile(
      'programme-rules.txt',
      composeRules(programme),
      'The programme’s rules, in short, with where each one stands.',
      ['no personal facts'],
    );
  return [...(document ? [document] : []), ...(rules ? [rules] : [])];
}

function composeRules({ name, document, rules, practices = [] }: Programme): string {
  const lines = [
    ...rules.map(({ clause }) => `${clause.section}: ${clause.says}`),
    ...practices.map(({ section, says }) => `${section}: ${says}`),
  ];
  const source = [document.title, document.publisher, document.year].filter(Boolean).join(', ');
  return `${name}\n${source}\n\nIn the words of Waymark; the document itself is what counts.\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
}

/** A name that every system takes, without a way out of the folder. */
function safeName(name: string): string {
  const plain = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, '-')
    .replace(/^[.\s-]+|[.\s]+$/g, '');
  return plain.slice(-120) || 'guidelines';
}
