import { describe, expect, it } from 'vitest';
import { writeLikeShown } from '../../../src/sites/dates/like-shown.ts';

const dates = ['2026-03-16', '2026-03-20'];

describe('dates written as a page writes its own', () => {
  it.each([
    ['en', 'March 9, 2026', ['March 16, 2026', 'March 20, 2026']],
    ['en-US', 'Mar 9, 2026', ['Mar 16, 2026', 'Mar 20, 2026']],
    ['en-GB', '9 March 2026', ['16 March 2026', '20 March 2026']],
    ['fr', '9 mars 2026', ['16 mars 2026', '20 mars 2026']],
    ['de', '9. März 2026', ['16. März 2026', '20. März 2026']],
    ['es', '9 de marzo de 2026', ['16 de marzo de 2026', '20 de marzo de 2026']],
    ['pl', '9 marca 2026', ['16 marca 2026', '20 marca 2026']],
    ['cs', '9. března 2026', ['16. března 2026', '20. března 2026']],
    ['ja', '2026年3月9日', ['2026年3月16日', '2026年3月20日']],
    ['ar', '٩ مارس ٢٠٢٦', null],
    ['en', '2026-03-09', ['2026-03-16', '2026-03-20']],
    ['de', '13.3.2026', ['16.3.2026', '20.3.2026']],
    ['en', '13/03/2026', ['16/03/2026', '20/03/2026']],
  ])('%s: %s', (language, shown, written) => {
    if (written !== null) expect(writeLikeShown(shown, dates, language)).toEqual(written);
    // Digits that are not the locale's default ones are not taken for a way of its own.
    else expect(writeLikeShown(shown, dates, `${language}-u-nu-latn`)).toBeNull();
  });

  it.each([
    ['9/3/2026', 'en', 'day or month first: both could be meant'],
    ['3/9/26', 'en', 'the same with a short year'],
    ['', 'en', 'nothing is shown'],
    ['Today', 'en', 'no date is shown'],
    ['March 9, 2026', 'fr', 'it is not of the page’s language'],
    ['9 mars 2026', '', 'the page names no language'],
    ['9 mars 2026', 'not a language', 'the page names none that is known'],
    ['March 9, 2019', 'en', 'it is years away'],
  ])('never guesses: %s in %s, %s', (shown, language) => {
    expect(writeLikeShown(shown, dates, language)).toBeNull();
  });

  it('takes a numeric date whose order only one day explains', () => {
    expect(writeLikeShown('3/16/2026', dates, 'en')).toEqual(['3/16/2026', '3/20/2026']);
  });
});
