// What a bundle holds and who will read it, told before it leaves (USERS N14, N17).
import type { BundleFile } from './bundle-file.ts';

export interface BundlePreview {
  files: { path: string; bytes: number; about: string; holds: string[] }[];
  /** Of all files, before they are packed. */
  bytes: number;
  reader: string;
  /** What is in none of them. */
  never: string[];
}

export function previewBundle(files: readonly BundleFile[]): BundlePreview {
  const listed = files.map(({ path, bytes, about, holds }) => ({ path, bytes: bytes.length, about, holds }));
  return {
    files: listed,
    bytes: listed.reduce((sum, { bytes }) => sum + bytes, 0),
    reader: 'Whoever you give it to: the programme, and those who check the record for it.',
    never: ['your private notes', 'mail', 'calendar events', 'other relationships'],
  };
}
