// The uid that an event has in every calendar, from Graph's `iCalUId`, which is another for each occurrence of a series.
// It is Exchange's global object id (MS-OXOCAL, 2.2.1.27): 16 bytes that mark it, 4 with the occurrence's date, then the
// event's own. With the date zeroed it is the id of the series (2.2.1.28), which Exchange writes as UID into .ics files
// (MS-OXCICAL, 2.1.3.1.1.20.26); an event that came from another calendar holds that calendar's UID in its data.

const MARK = '040000008200E00074C5B7101A82E008';
/** Where the bytes of the date stand, counted in hex digits. */
const DATE = { from: 32, to: 40 };
/** After the mark, the date, the creation time (8 bytes), 8 empty bytes and the data's size (4). */
const DATA = 80;
const FOREIGN = 'vCal-Uid\u0001\0\0\0';

export function readUid(iCalUId: string): string {
  const hex = iCalUId.toUpperCase();
  if (!hex.startsWith(MARK) || hex.length < DATA || !/^([0-9A-F]{2})+$/.test(hex)) return iCalUId;
  return readForeign(hex.slice(DATA)) ?? `${hex.slice(0, DATE.from)}00000000${hex.slice(DATE.to)}`;
}

function readForeign(hex: string): string | undefined {
  const text = new TextDecoder().decode(Uint8Array.fromHex(hex));
  if (!text.startsWith(FOREIGN)) return undefined;
  return text.slice(FOREIGN.length).replace(/\0+$/, '') || undefined;
}
