// A scan or photo as it is stored: its kind by its first bytes, whatever its name says, and no more than 5 MB of it.
import type { Attachment } from '../../../domain/meeting/meeting.ts';

export type Scan = Pick<Attachment, 'name' | 'type' | 'data'>;

const MOST_BYTES = 5 * 1024 * 1024;

const kinds: { type: Attachment['type']; begins: (bytes: Uint8Array) => boolean }[] = [
  { type: 'image/png', begins: (bytes) => hasText(bytes, 1, 'PNG') },
  { type: 'image/jpeg', begins: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff },
  { type: 'image/webp', begins: (bytes) => hasText(bytes, 0, 'RIFF') && hasText(bytes, 8, 'WEBP') },
  { type: 'application/pdf', begins: (bytes) => hasText(bytes, 0, '%PDF-') },
];

function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
}

/** A file that can’t be kept gives a sentence. */
export async function readScan(file: File): Promise<Scan | { problem: string }> {
  if (file.size > MOST_BYTES) {
    const size = (file.size / 1024 / 1024).toFixed(1);
    return { problem: `This file has ${size} MB. Up to 5 MB can be kept: scan it smaller, or keep it elsewhere.` };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = kinds.find(({ begins }) => begins(bytes));
  if (!kind) return { problem: 'This is no PNG, JPEG, WebP or PDF. Choose another file.' };
  return { name: file.name.slice(0, 300), type: kind.type, data: toBase64(bytes) };
}

const CHUNK = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
