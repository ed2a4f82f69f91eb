// Gmail's vacation responder: one text for everybody, a subject, a schedule in milliseconds, and whom it answers. Its API and
// its settings page write the same one.

/** As Gmail's API writes it (VacationSettings). */
export interface Vacation {
  enableAutoReply?: boolean;
  responseSubject?: string;
  responseBodyPlainText?: string;
  responseBodyHtml?: string;
  restrictToContacts?: boolean;
  restrictToDomain?: boolean;
  /** Milliseconds, an int64 as text. */
  startTime?: string;
  endTime?: string;
}

const off = { enableAutoReply: false, restrictToContacts: false, restrictToDomain: false } as const;

export class GmailVacation {
  /** How often it was written through the API. */
  writes = 0;
  #now: Vacation = off;

  get now(): Readonly<Vacation> {
    return this.#now;
  }

  /** What a request puts in its place. What is wrong with it, or null when it was done. */
  write(wanted: Vacation): string | null {
    const { enableAutoReply, responseSubject, responseBodyPlainText, responseBodyHtml, startTime, endTime } = wanted;
    if (enableAutoReply && !responseSubject && !responseBodyPlainText && !responseBodyHtml) {
      return 'Either responseSubject or responseBody must be non-empty.';
    }
    if (startTime && endTime && Number(startTime) >= Number(endTime)) return 'startTime must precede endTime.';
    this.writes++;
    this.save(wanted);
    return null;
  }

  /** The settings page is saved, here or elsewhere. */
  save({ responseBodyPlainText, ...wanted }: Vacation): void {
    const kept = Object.entries(wanted).filter(([, value]) => value !== '' && value !== '0');
    const plain = responseBodyPlainText && !wanted.responseBodyHtml ? { responseBodyPlainText } : {};
    this.#now = { ...off, ...Object.fromEntries(kept), ...plain };
  }
}
