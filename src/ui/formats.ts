// Formats of dates, each made once: making one costs more than formatting with it a hundred times.

const made = new Map<string, Intl.DateTimeFormat>();

/** How one zone and language write a date in this style. */
export function findFormat(zone: string, style: Intl.DateTimeFormatOptions, locale?: string): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, zone, style]);
  const known = made.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: zone });
  made.set(key, format);
  return format;
}
