// The session as this tab keeps it: through a reload, and no longer than the tab. Nothing of it is in the ledger before
// it is saved.
import { useEffect, useState } from 'preact/hooks';
import { newSession, parseSession, type Session } from '../session.ts';

const keyOf = (relationship: string) => `speed-session ${relationship}`;

interface Kept {
  session: Session;
  set: (change: Partial<Session>) => void;
  /** Forgets it, and begins another. */
  restart: () => void;
}

/** `partner` is who it is with where nothing was kept; '' for nobody yet. */
export function useSession(relationship: string, partner: string): Kept {
  const begin = () => newSession(`speed ${crypto.randomUUID()}`, relationship, partner);
  const [session, setSession] = useState(
    () => parseSession(sessionStorage.getItem(keyOf(relationship)), relationship) ?? begin(),
  );
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (isOver) sessionStorage.removeItem(keyOf(relationship));
    else sessionStorage.setItem(keyOf(relationship), JSON.stringify(session));
  }, [session, isOver, relationship]);
  return {
    session,
    set: (change) => {
      setOver(false);
      setSession((before) => ({ ...before, ...change }));
    },
    restart: () => {
      setOver(true);
      setSession(begin());
    },
  };
}

/** The instant it is, looked up every second while something runs. */
export function useNow(now: () => string, isRunning: boolean): string {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now();
}
