// The form of a mail site in which its own automatic reply is set. It is found and filled, never saved: that is for the
// person whose page it is. Pure functions of a document, as the readers are.

/** Plain text; dates YYYY-MM-DD, `to` the last day away. */
export interface AwayFormValues {
  subject: string;
  text: string;
  from: string;
  to: string;
}

/** A part of the form. `save` is the button that the person presses. */
export type AwayFormPart = 'switch' | 'first-day' | 'last-day' | 'subject' | 'text' | 'save';

/**
 * What two independent ways say of the page: `known` where both find the same form, `absent` where neither finds one (it
 * may still be loading), `strange` where only one does or they differ.
 */
export type AwayFormState = 'known' | 'absent' | 'strange';

export interface AwayForm {
  /** The site's id: `gmail`. */
  site: string;
  /** The page on which it stands. */
  url(owner: string | undefined): string;
  inspect(document: Document): AwayFormState;
  /** Fills it and reads it back: the parts that are left to the person; null, nothing touched, where it is not known. */
  fill(document: Document, values: AwayFormValues): AwayFormPart[] | null;
  /** What the host looks like, for what we say beside it. */
  look(document: Document): { dark: boolean; font: string; rtl: boolean };
}
