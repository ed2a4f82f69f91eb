// Packs files into one .zip. Loaded only when something is packed.

export interface ZipEntry {
  path: string;
  bytes: Uint8Array;
}

/** @param at ISO instant that the files carry as their date */
export async function writeZip(entries: readonly ZipEntry[], at: string): Promise<Uint8Array<ArrayBuffer>> {
  const { zipSync } = await import('fflate');
  const files = Object.fromEntries(entries.map(({ path, bytes }) => [path, bytes]));
  if (Object.keys(files).length < entries.length) throw new Error('two files of one name');
  return zipSync(files, { mtime: Date.parse(at), level: 6 }) as Uint8Array<ArrayBuffer>;
}
