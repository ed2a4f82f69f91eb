// What every part of ours in a host page stands on.
export interface Look {
  dark: boolean;
  font: string;
  rtl: boolean;
}

export interface Ground {
  document: Document;
  /** `closed` in a real page; `open` where a test has to look inside. */
  mode: ShadowRootMode;
  /** Whether an event is a person's own. A page can dispatch events, it cannot make them trusted. */
  isTrusted(event: Event): boolean;
  signal: AbortSignal;
}
