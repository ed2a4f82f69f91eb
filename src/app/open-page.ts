/** Starts one of our pages in its root element, with a signal that ends when the page goes. */
export function openPage(start: (signal: AbortSignal, root: HTMLElement) => void): void {
  const root = document.getElementById('app');
  if (!root) return;
  const life = new AbortController();
  addEventListener('pagehide', () => life.abort(), { once: true });
  start(life.signal, root);
}
