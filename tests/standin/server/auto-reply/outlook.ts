// The automatic reply of the Outlook mailbox, as Exchange keeps it: two texts in HTML, an audience, a schedule in UTC.
export interface LocalTime {
  /** Local time without an offset. */
  dateTime: string;
  /** Windows or IANA name. */
  timeZone: string;
}

/** As Graph writes it (automaticRepliesSetting). */
export interface OutlookReply {
  status: string;
  externalAudience: string;
  scheduledStartDateTime: LocalTime;
  scheduledEndDateTime: LocalTime;
  internalReplyMessage: string;
  externalReplyMessage: string;
}

const zones: Record<string, string> = {
  'Eastern Standard Time': 'America/Toronto',
  'GMT Standard Time': 'Europe/London',
};

/** Null for a time or a zone that nobody knows. */
function toInstant({ dateTime, timeZone }: LocalTime): Temporal.Instant | null {
  try {
    return Temporal.PlainDateTime.from(dateTime)
      .toZonedDateTime(zones[timeZone] ?? timeZone)
      .toInstant();
  } catch {
    return null;
  }
}

function inUtc(time: LocalTime): LocalTime {
  const local = toInstant(time)!.toZonedDateTimeISO('UTC').toPlainDateTime();
  return { dateTime: local.toString({ fractionalSecondDigits: 7 }), timeZone: 'UTC' };
}

/** As the recorded answers have their texts. */
function wrap(text: string): string {
  return text === '' || /<html/i.test(text) ? text : `<html>\n<body>\n${text}\n</body>\n</html>\n`;
}

export class OutlookReplies {
  /** How often it was written through Graph. */
  writes = 0;
  #now: OutlookReply;

  constructor(now: string) {
    const day = (days: number) => ({
      dateTime: Temporal.Instant.from(now)
        .add({ hours: 24 * days })
        .toString()
        .slice(0, 19),
      timeZone: 'UTC',
    });
    this.#now = {
      status: 'disabled',
      externalAudience: 'all',
      scheduledStartDateTime: inUtc(day(0)),
      scheduledEndDateTime: inUtc(day(1)),
      internalReplyMessage: '',
      externalReplyMessage: '',
    };
  }

  get now(): Readonly<OutlookReply> {
    return this.#now;
  }

  /** What a request changes. What is wrong with it, or null when it was done. */
  write(change: Partial<OutlookReply>): string | null {
    const wanted = { ...this.#now, ...change };
    const [start, end] = [toInstant(wanted.scheduledStartDateTime), toInstant(wanted.scheduledEndDateTime)];
    if (!start || !end) return 'a time or its zone is not known';
    if (wanted.status === 'scheduled' && Temporal.Instant.compare(start, end) >= 0) return 'it ends before it starts';
    this.writes++;
    this.change(change);
    return null;
  }

  /** Somebody changes it elsewhere: in Outlook's own settings, or an administrator. */
  change(change: Partial<OutlookReply>): void {
    const wanted = { ...this.#now, ...change };
    this.#now = {
      ...wanted,
      scheduledStartDateTime: inUtc(wanted.scheduledStartDateTime),
      scheduledEndDateTime: inUtc(wanted.scheduledEndDateTime),
      internalReplyMessage: wrap(wanted.internalReplyMessage),
      externalReplyMessage: wrap(wanted.externalReplyMessage),
    };
  }
}
