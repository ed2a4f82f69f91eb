// What will hold once the booked meetings have taken place (N15), one line for each mentee and rule, and how many of each.
import type { Forecast } from '../../domain/meeting/forecast.ts';
import { composeForecast } from '../deadlines/forecast-words.ts';

export interface ForecastLine {
  key: string;
  mentee: string;
  /** `met`: it holds; `booked`: what is booked is enough; `open`: something is still to be booked. */
  state: 'met' | 'booked' | 'open';
  text: string;
  /** The clause it comes from. */
  clause: string;
}

export function stateOf({ by, metAt }: Pick<Forecast, 'by' | 'metAt'>): ForecastLine['state'] {
  if (by.count || by.hours) return 'met';
  return metAt === undefined ? 'open' : 'booked';
}

const order: Record<ForecastLine['state'], number> = { open: 0, booked: 1, met: 2 };

/** What is still to do first. */
export function composeForecastLines(
  forecasts: readonly Forecast[],
  names: ReadonlyMap<string, string>,
): ForecastLine[] {
  return forecasts
    .map((each) => ({
      key: `${each.relationship} ${each.mentee} ${each.rule} ${each.window.from}`,
      mentee: names.get(each.mentee) ?? 'Someone',
      state: stateOf(each),
      text: `${composeForecast(each)}.`,
      clause: each.clause.says,
    }))
    .sort((a, b) => order[a.state] - order[b.state]);
}

/** "12 of 15 are met, 2 are booked, 1 still lacks a meeting." */
export function composeForecastSum(lines: readonly ForecastLine[]): string {
  const count = (state: ForecastLine['state']) => lines.filter((line) => line.state === state).length;
  const [met, booked, open] = [count('met'), count('booked'), count('open')];
  const parts = [
    `${met} of ${lines.length} ${met === 1 ? 'is' : 'are'} met`,
    ...(booked > 0 ? [`${booked} ${booked === 1 ? 'is' : 'are'} booked`] : []),
    ...(open > 0 ? [`${open} still ${open === 1 ? 'lacks' : 'lack'} a meeting`] : []),
  ];
  return `${parts.join(', ')}.`;
}
