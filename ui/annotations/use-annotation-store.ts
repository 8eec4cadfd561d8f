import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import {
  type AnnotationStore,
  openAnnotationStore,
  type StoreSnapshot,
} from "./store/annotation-store";
import { openOutbox } from "./store/outbox";

const nothingYet: StoreSnapshot = {
  isLoaded: false,
  seen: null,
  annotations: [],
  sync: { kind: "idle" },
  keptBoth: 0,
};

/** The reader's annotations of one article, for as long as the page shows it. */
export function useAnnotationStore(articleSlug: string): {
  readonly store: AnnotationStore | null;
  readonly snapshot: StoreSnapshot;
} {
  const [store, setStore] = useState<AnnotationStore | null>(null);

  useEffect(() => {
    const opened: AnnotationStore = openAnnotationStore(
      articleSlug,
      openOutbox((hindrance) => opened.hinder(hindrance)),
    );
    setStore(opened);
    return () => opened.close();
  }, [articleSlug]);

  const subscribe = useCallback(
    (listener: () => void) => store?.subscribe(listener) ?? (() => undefined),
    [store],
  );
  const getSnapshot = useCallback(() => store?.getSnapshot() ?? nothingYet, [store]);
  return { store, snapshot: useSyncExternalStore(subscribe, getSnapshot, () => nothingYet) };
}
