import type { Address } from '../domain/record.ts';

/** A person of an event; null without an address that can be one. */
export function readPerson(email: string | null | undefined, name: string | null | undefined): Address | null {
  const address = email?.trim().toLowerCase() ?? '';
  if (address.length < 3 || address.length > 320 || !/^[^\s@]+@[^\s@]+$/.test(address)) return null;
  const shown = name?.trim();
  return { ...(shown && shown.toLowerCase() !== address && { name: shown }), email: address };
}
