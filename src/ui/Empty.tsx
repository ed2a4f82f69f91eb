import type { ComponentChildren } from 'preact';
import { Logo } from './Logo.tsx';

/** Nothing here: says what will appear and how. */
export function Empty({ title, text, children }: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <Logo size={32} />
      <p class="empty-title">{title}</p>
      <p class="quiet">{text}</p>
      {children ? <div class="empty-actions">{children}</div> : null}
    </div>
  );
}
