// What the page reads aloud of an event, in its language: English and Japanese as captured, others by their own formats.
import { daysOf, local, locale, type PageEvent } from '../calendar.ts';

const language = locale.slice(0, 2);

interface Words {
  noLocation: string;
  allDay: string;
  today: string;
  calendars: string;
}

const words: Record<string, Words> = {
  en: { noLocation: 'No location', allDay: 'All day', today: 'Today', calendars: 'My calendars' },
  ja: { noLocation: '場所の指定なし', allDay: '終日', today: '今日', calendars: 'マイカレンダー' },
  fr: { noLocation: 'Aucune adresse', allDay: 'Toute la journée', today: 'Aujourd’hui', calendars: 'Mes agendas' },
  de: { noLocation: 'Kein Ort', allDay: 'Ganztägig', today: 'Heute', calendars: 'Meine Kalender' },
};

export const word = (name: keyof Words): string => (words[language] ?? words.en!)[name];

/** "8pm", "9:15am", "午後10:30", "17:00". */
export function sayTime(time: Temporal.PlainDateTime): string {
  const { hour, minute } = time;
  const two = String(minute).padStart(2, '0');
  if (language === 'en') return `${hour % 12 || 12}${minute ? `:${two}` : ''}${hour < 12 ? 'am' : 'pm'}`;
  if (language === 'ja') return `${hour < 12 ? '午前' : '午後'}${hour % 12}${minute ? `:${two}` : '時'}`;
  return `${String(hour).padStart(2, '0')}:${two}`;
}

export function sayDate(day: Temporal.PlainDate): string {
  if (language === 'ja') return `${day.year}年 ${day.month}月 ${day.day}日`;
  return day.toLocaleString(locale, { dateStyle: 'long' });
}

/** Over midnight both days are named. */
function sayDays(event: PageEvent): string {
  const [first, last] = daysOf(event);
  return first.equals(last) ? sayDate(first) : `${sayDate(first)} – ${sayDate(last)}`;
}

export function sayEvent(event: PageEvent): string {
  const { title, location, allDay, calendar } = event;
  const place = location || word('noLocation');
  const [start, end] = allDay ? ['', ''] : [sayTime(local(event.start)), sayTime(local(event.end))];
  if (language === 'ja') {
    const when = allDay ? word('allDay') : `${start}～${end}`;
    return `${when}、「${title}」、${calendar.name}、${place}、${sayDays(event)}`;
  }
  const range = language === 'en' ? `${start} to ${end}` : `${start} – ${end}`;
  return [allDay ? word('allDay') : range, title, calendar.name, place, sayDays(event)].join(', ');
}

/** As the bubble says it: without the year. */
export function sayWhen(event: PageEvent): string {
  const [first, last] = daysOf(event);
  const day = (date: Temporal.PlainDate) =>
    date.toLocaleString(locale, { weekday: 'long', month: 'long', day: 'numeric' });
  const days = first.equals(last) ? day(first) : `${day(first)} – ${day(last)}`;
  return event.allDay ? days : `${days} ⋅ ${sayTime(local(event.start))} – ${sayTime(local(event.end))}`;
}
