// The audit bundle (PROGRAMMES R1 to R4): the sheet, what it rests on, contacts of both, the programme's guidelines, the
// chain and a page that checks it without a network. Made before it is asked where it goes, so that a preview shows
// exactly what leaves.
import Papa from 'papaparse';
import type { Ledger } from '../../domain/ledger.ts';
import { readChain } from '../../domain/meeting/chain.ts';
import type { Attachment } from '../../domain/meeting/meeting.ts';
import { findProgramme } from '../../programmes/index.ts';
import type { SheetRequest } from './address.ts';
import { type BundleFile, textFile } from './bundle-file.ts';
import { composeChain } from './chain-file.ts';
import { chooseEntries } from './choose-entries.ts';
import { composeContacts } from './contacts-file.ts';
import { composeEvidence } from './evidence-file.ts';
import { composeGuidelines } from './guidelines-file.ts';
import { composeLetter } from './letter.ts';
import { composeSheet, type Sheet } from './sheet.ts';
import { composeVerifier } from './verifier-file.ts';
import { SheetView } from './views/SheetView.tsx';
import { writeDocument } from './write-html.ts';

export interface BundleRequest extends SheetRequest {
  /** Whether notes that mentor and mentee share may be read by those who get the bundle. */
  includeShared: boolean;
  /** A document of the programme or the employer, to go along (R4). */
  guidelines?: { name: string; bytes: Uint8Array };
}

/** Texts of our own that the files carry within them. */
export interface BundleParts {
  sheetCss: string;
  verifierScript: string;
}

export interface BundleFacts {
  /** All but messages and events. */
  ledger: Ledger;
  /** Scans of the signed pages. */
  attachments: readonly Attachment[];
  /** ISO instant. */
  now: string;
}

/** Null when there is no such relationship. The same facts and request give the same files, byte for byte. */
export async function composeBundle(
  { ledger, attachments, now }: BundleFacts,
  request: BundleRequest,
  { sheetCss, verifierScript }: BundleParts,
): Promise<BundleFile[] | null> {
  const sheet = composeSheet(ledger, request);
  const relationship = ledger.relationships.find(({ id }) => id === request.relationship);
  if (!sheet || !relationship) return null;
  const entries = chooseEntries(ledger, relationship, request);
  const people = new Map(ledger.people.map((person) => [person.id, person]));
  const named = new Set([...relationship.mentors, ...(request.mentee ? [request.mentee] : relationship.mentees)]);
  const { includeShared } = request;
  const links = readChain(ledger, request.relationship);
  const chain = JSON.stringify(await composeChain(entries, links, people, { includeShared, named }), null, 2);
  const programme = findProgramme(ledger.programmes, relationship.programme);
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(relationship.zone).toPlainDate().toString();
  const ids = new Set(entries.map(({ stored }) => stored.id));
  const scans = attachments.filter(({ meeting }) => ids.has(meeting));
  return [
    sheetFile(sheet, sheetCss),
    textFile(
      'evidence.csv',
      writeCsv(composeEvidence(ledger, request, now)),
      'What the record comes to, and the entries behind each finding.',
      ['requirements and their states', 'ids, dates and minutes of entries', 'names of mentees'],
    ),
    textFile(
      'contacts.txt',
      composeContacts(relationship, people, request.mentee),
      'How to reach mentor and mentee, who are asked to verify.',
      ['names, e-mail addresses and telephone numbers of mentor and mentee'],
    ),
    ...composeGuidelines(programme, request.guidelines),
    textFile(
      'hours-letter-draft.txt',
      composeLetter(sheet, today),
      'A draft of the letter that an organisation may issue.',
      ['names', 'number of meetings and hours'],
    ),
    chainFile(chain, includeShared),
    textFile(
      'verify.html',
      composeVerifier(chain, verifierScript),
      'Opens in any browser and checks the chain without a network.',
      ['the same as chain.json'],
    ),
    ...scans.map((scan, index) => scanFile(scan, index)),
  ];
}

function sheetFile(sheet: Sheet, css: string): BundleFile {
  const title = `Tracking sheet, ${sheet.mentees.join(', ')}, ${sheet.from} to ${sheet.to}`;
  return textFile(
    'tracking-sheet.html',
    writeDocument({ title, css, body: <SheetView sheet={sheet} /> }),
    'The sheet with dates, time spent, topics and signatures.',
    [
      'names',
      'mentee’s contact',
      'dates and times',
      'topics and homework',
      'signatures',
      'amendments with their reasons',
    ],
  );
}

function chainFile(chain: string, includeShared: boolean): BundleFile {
  const notes = includeShared
    ? 'notes that mentor and mentee share'
    : 'no notes: an entry that holds a shared one stands there by its fingerprint alone';
  return textFile(
    'chain.json',
    chain,
    'Every entry, signature and amendment as it was given, with its fingerprint and seal.',
    [
      'names',
      'dates, minutes, topics, homework',
      'who signed, how and when; of a drawn signature only its fingerprint',
      'bare seals of what the bundle leaves out',
      notes,
    ],
  );
}

function scanFile({ data, type, name }: Attachment, index: number): BundleFile {
  const ending = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp', 'application/pdf': 'pdf' }[type];
  return {
    path: `signed-on-paper/${index + 1}.${ending}`,
    bytes: Uint8Array.from(atob(data), (one) => one.charCodeAt(0)),
    about: `A page signed on paper: ${name}.`,
    holds: ['whatever stands on the page'],
  };
}

/** A cell that a spreadsheet would take for a formula is written so that it is text. */
const writeCsv = (rows: string[][]) => `\uFEFF${Papa.unparse(rows, { escapeFormulae: true })}\r\n`;
