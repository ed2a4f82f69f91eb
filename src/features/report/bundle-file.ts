// One file of the audit bundle, and what is said of it before it leaves.
export interface BundleFile {
  /** Path within the bundle. */
  path: string;
  bytes: Uint8Array;
  /** What it is, in a sentence. */
  about: string;
  /** What it holds, in words, for the reader of the preview. */
  holds: string[];
}

const encoder = new TextEncoder();

export function textFile(path: string, text: string, about: string, holds: string[]): BundleFile {
  return { path, bytes: encoder.encode(text.toWellFormed()), about, holds };
}
