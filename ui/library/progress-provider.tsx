"use client";

import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
import { getProgress, type ReadingProgress } from "@/ui/reader/reading-progress";

type ProgressBySlug = ReadonlyMap<string, ReadingProgress>;

/** For a page that shows progress without a reader: the style guide. */
export const ProgressContext = createContext<ProgressBySlug | null>(null);

/** How far the reader is in each article of the library; `null` until the browser has been asked. */
export function useProgress(): ProgressBySlug | null {
  return useContext(ProgressContext);
}

type ProgressProviderProps = { slugs: readonly string[]; children: ReactNode };

/** Asks the browser's storage once for the whole page. */
export function ProgressProvider({ slugs, children }: ProgressProviderProps) {
  const progress = useSyncExternalStore(
    subscribe,
    () => readAll(slugs),
    () => null,
  );
  return <ProgressContext value={progress}>{children}</ProgressContext>;
}

/** Another tab may read on, and a page that comes back by Back is as old as it was left. */
function subscribe(onChange: () => void) {
  window.addEventListener("storage", onChange);
  window.addEventListener("pageshow", onChange);
  return () => {
    window.removeEventListener("storage", onChange);
    window.removeEventListener("pageshow", onChange);
  };
}

let known = { text: "[]", bySlug: new Map<string, ReadingProgress>() };

/** The same map until something in it changes, as React asks of a store. */
function readAll(slugs: readonly string[]): ProgressBySlug {
  const entries = slugs.flatMap((slug): [string, ReadingProgress][] => {
    const progress = getProgress(slug);
    return progress ? [[slug, progress]] : [];
  });
  const text = JSON.stringify(entries);
  if (text !== known.text) known = { text, bySlug: new Map(entries) };
  return known.bySlug;
}
