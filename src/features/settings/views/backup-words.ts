// Why a backup or a programme file is refused, in a sentence. The code comes with where in the file it was found.

const sentences: Record<string, (detail: string) => string> = {
  'not-json': () => 'This file is not a Waymark file.',
  cut: () => 'This backup is cut: its end is missing. Look for a complete copy.',
  'not-a-backup': () => 'This file is not a Waymark backup.',
  'not-a-programme': () => 'This file is not a Waymark programme.',
  'newer-version': () => 'This file was written by a newer Waymark. Update Waymark, then try again.',
  'broken-record': (detail) => `A record in this backup can’t be read (${detail}). Look for another copy.`,
  'broken-field': (detail) => `A field of this programme can’t be read (${detail}).`,
  hostile: (detail) => `This file carries something that could do harm (${detail}), so it is refused.`,
};

/** Nothing was changed, whatever the reason. */
export function composeFileProblem(code: string, detail: string): string {
  const compose = sentences[code] ?? (() => 'This file can’t be read.');
  return `${compose(detail)} Nothing was changed.`;
}
