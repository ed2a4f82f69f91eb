// Every drawn shape. An icon never carries meaning alone: a word stands beside it, or a label on its button.

const shapes = {
  triangle: <path d="M8 2.2 14.6 13.6H1.4Z M8 6.4v3.4 M8 11.6v.1" />,
  clock: <path d="M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8Z M8 4.8V8l2.2 1.6" />,
  tick: <path d="m3 8.6 3.2 3.2L13 4.8" />,
  arrow: <path d="M2.6 8h10.6 M9 3.8 13.2 8 9 12.2" />,
  question: <path d="M5.4 5.8a2.6 2.6 0 1 1 3.7 2.4C8.4 8.6 8 9 8 9.9 M8 12.6v.1" />,
  more: <path d="M3.4 8v.01 M8 8v.01 M12.6 8v.01" stroke-width="2.4" />,
  board: <path d="M2.5 3.5a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1Z M2.5 6.2h11 M6.4 6.2v7.3" />,
  bell: (
    <path d="M8 2a3.8 3.8 0 0 0-3.8 3.8c0 3.4-1.4 4.6-1.4 5.4h10.4c0-.8-1.4-2-1.4-5.4A3.8 3.8 0 0 0 8 2Z M6.6 13.4a1.5 1.5 0 0 0 2.8 0" />
  ),
  back: <path d="M13 8H3 M7 4 3 8l4 4" />,
  close: <path d="m4 4 8 8 M12 4l-8 8" />,
  down: <path d="m4 6 4 4 4-4" />,
  right: <path d="m6 4 4 4-4 4" />,
  plus: <path d="M8 3v10 M3 8h10" />,
  person: <path d="M8 2.4a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6Z M2.8 13.6c.4-2.6 2.4-4 5.2-4s4.8 1.4 5.2 4" />,
  people: (
    <path d="M6 2.8a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8Z M1.6 13c.3-2.3 2-3.5 4.4-3.5s4.1 1.2 4.4 3.5 M10.6 3.2a2.2 2.2 0 0 1 0 4.2 M12 9.9c1.4.4 2.2 1.5 2.4 3.1" />
  ),
  lock: <path d="M4.2 7.2h7.6v6.2H4.2Z M5.6 7.2V5a2.4 2.4 0 0 1 4.8 0v2.2" />,
  pen: <path d="m3 13 .7-2.9 7-7a1.4 1.4 0 0 1 2.2 2.2l-7 7Z M9.6 4.2l2.2 2.2" />,
  left: <path d="m10 4-4 4 4 4" />,
  book: <path d="M3 3.2c2-.6 3.6-.4 5 .6 1.4-1 3-1.2 5-.6v9.4c-2-.6-3.6-.4-5 .6-1.4-1-3-1.2-5-.6Z M8 3.8v9.4" />,
  eye: (
    <path d="M1.6 8S4 3.8 8 3.8 14.4 8 14.4 8 12 12.2 8 12.2 1.6 8 1.6 8Z M8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z" />
  ),
  sliders: (
    <path d="M2.4 5h6 M12 5h1.6 M2.4 11H4 M7.6 11h6 M10.2 3.4a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2Z M5.8 9.4a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2Z" />
  ),
  calendar: (
    <path d="M2.5 4.4a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v8.2a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1Z M2.5 6.8h11 M5.4 1.9v2.6 M10.6 1.9v2.6" />
  ),
  suitcase: (
    <path d="M2.4 5.6a1 1 0 0 1 1-1h9.2a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H3.4a1 1 0 0 1-1-1Z M5.8 4.6V3.2a1 1 0 0 1 1-1h2.4a1 1 0 0 1 1 1v1.4 M2.4 8.6h11.2" />
  ),
  box: <path d="M2.4 4.8 8 2l5.6 2.8v6.4L8 14l-5.6-2.8Z M2.4 4.8 8 7.6l5.6-2.8 M8 7.6V14" />,
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width={size < 14 ? 2 : 1.5}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {shapes[name]}
    </svg>
  );
}
