// What calendars call a zone, as an IANA name: Windows' names, the labels Outlook shows, paths that end in an IANA name.
import { windowsZones } from './windows-zones.ts';

/**
 * The IANA name of a zone by an IANA name or a Windows one, whatever its case. A name that says less (`CST`, `UTC+1`) is
 * not known: it would be a guess.
 */
export function findExactZone(name: string): string | undefined {
  const plain = trim(name);
  return findWindows(plain) ?? findIana(plain);
}

/**
 * `findExactZone`, and beyond it: a path with an IANA name at its end (`/mozilla.org/20050126_1/America/New_York`), a label
 * as Windows shows it (`(UTC-05:00) Eastern Time (US & Canada)`, `Amsterdam, Berlin, Bern`), and names of Lotus Notes.
 */
export function findZone(name: string): string | undefined {
  const plain = trim(name);
  return findExactZone(plain) ?? findTail(plain) ?? findLabel(plain);
}

/** No name of a zone is longer; what is may be hostile. */
const LONGEST = 200;

function trim(name: string): string {
  return name
    .slice(0, LONGEST)
    .replace(/\\([,;\\])/g, '$1')
    .replace(/^[\s"']+|[\s"']+$/g, '');
}

function findWindows(name: string): string | undefined {
  if (Object.hasOwn(windowsZones, name)) return windowsZones[name];
  const wanted = name.toLowerCase();
  const found = Object.keys(windowsZones).find((known) => known.toLowerCase() === wanted);
  return found === undefined ? undefined : windowsZones[found];
}

/** Temporal takes offsets and whole dates for a zone too, so the form is looked at first. */
function findIana(name: string): string | undefined {
  if (!/^[a-z][\w+-]*(\/[\w+-]+){0,2}$/i.test(name)) return undefined;
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId;
  } catch {
    return undefined;
  }
}

function findTail(name: string): string | undefined {
  const parts = name.split('/');
  if (parts.length < 3) return undefined;
  return findIana(parts.slice(-3).join('/')) ?? findIana(parts.slice(-2).join('/'));
}

function findLabel(name: string): string | undefined {
  const label = name.replace(/^\((?:UTC|GMT)[^)]{0,9}\)\s*/i, '');
  if (label === '' || label.includes('://')) return undefined;
  const continental = /^(\w+) Time \(/.exec(label)?.[1];
  if (continental !== undefined) return findWindows(`${continental} Standard Time`);
  const places = label.split(/[,;]/).map((place) => place.trim().toLowerCase());
  const windows = places.map((place) => placeNames.get(place)).find((found) => found !== undefined);
  return windows === undefined ? findCity(places) : windowsZones[windows];
}

/** The first of the places that an IANA zone is named after. */
function findCity(places: readonly string[]): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone');
  for (const place of places) {
    const tail = `/${place.replace(/ \(.*\)$/, '').replace(/[ .]+/g, '_')}`;
    const zone = zones.find((known) => known.toLowerCase().endsWith(tail));
    if (zone !== undefined) return zone;
  }
  return undefined;
}

/** Places in Windows' labels (and regions in Lotus Notes') that no IANA zone is named after, and Windows' name for them. */
const placeNames: ReadonlyMap<string, string> = new Map([
  ['abu dhabi', 'Arabian Standard Time'],
  ['alaska', 'Alaskan Standard Time'],
  ['aleutian islands', 'Aleutian Standard Time'],
  ['arizona', 'US Mountain Standard Time'],
  ['baja california', 'Pacific Standard Time (Mexico)'],
  ['beijing', 'China Standard Time'],
  ['brasilia', 'E. South America Standard Time'],
  ['cabo verde is.', 'Cape Verde Standard Time'],
  ['canberra', 'AUS Eastern Standard Time'],
  ['central america', 'Central America Standard Time'],
  ['chatham islands', 'Chatham Islands Standard Time'],
  ['chennai', 'India Standard Time'],
  ['chetumal', 'Eastern Standard Time (Mexico)'],
  ['city of buenos aires', 'Argentina Standard Time'],
  ['coordinated universal time', 'UTC'],
  ['easter island', 'Easter Island Standard Time'],
  ['ekaterinburg', 'Ekaterinburg Standard Time'],
  ['georgetown', 'SA Western Standard Time'],
  ['greenland', 'Greenland Standard Time'],
  ['haiti', 'Haiti Standard Time'],
  ['hawaii', 'Hawaiian Standard Time'],
  ['indiana (east)', 'US Eastern Standard Time'],
  ['international date line west', 'Dateline Standard Time'],
  ['islamabad', 'Pakistan Standard Time'],
  ['kathmandu', 'Nepal Standard Time'],
  ['la paz', 'Mountain Standard Time (Mexico)'],
  ['lord howe island', 'Lord Howe Standard Time'],
  ['marquesas islands', 'Marquesas Standard Time'],
  ['newfoundland', 'Newfoundland Standard Time'],
  ['norfolk island', 'Norfolk Standard Time'],
  ["nuku'alofa", 'Tonga Standard Time'],
  ['port louis', 'Mauritius Standard Time'],
  ['pretoria', 'South Africa Standard Time'],
  ['saint pierre and miquelon', 'Saint Pierre Standard Time'],
  ['saskatchewan', 'Canada Central Standard Time'],
  ['solomon is.', 'Central Pacific Standard Time'],
  ['sri jayawardenepura', 'Sri Lanka Standard Time'],
  ['turks and caicos', 'Turks And Caicos Standard Time'],
  ['west central africa', 'W. Central Africa Standard Time'],
  ['yangon (rangoon)', 'Myanmar Standard Time'],
  ['western/central europe', 'W. Europe Standard Time'],
]);
