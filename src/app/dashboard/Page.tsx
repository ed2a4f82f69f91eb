import type { ComponentChildren } from 'preact';

interface PageProps {
  title: string;
  /** A sentence under the title. */
  about?: string;
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** One place of the dashboard under its title. */
export function Page({ title, about, actions, children }: PageProps) {
  return (
    <main class="page" aria-label={title}>
      <header class="page-head">
        <div class="card-words">
          <h1 class="page-title">{title}</h1>
          {about ? <p class="quiet">{about}</p> : null}
        </div>
        {actions}
      </header>
      {children}
    </main>
  );
}
