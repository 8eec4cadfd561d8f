import { useEffect, useRef, useState } from "react";
import type { LiveMessage } from "@/core/annotation/live-message";
import type { AnnotationStore, StoreSnapshot } from "../annotations/store/annotation-store";
import { openLiveConnection } from "./live-connection";

// Everybody who reads a page is told at the same moment; they need not all ask at the same moment.
const SPREAD_MS = 200;

/**
 * What others do on the article. What the reader already sees follows at once; annotations that are new wait until the
 * reader wants them, so that nothing moves while they read.
 */
export function useLiveNews(
  articleSlug: string,
  store: AnnotationStore | null,
  snapshot: StoreSnapshot,
): { readonly count: number; readonly show: () => void } {
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(snapshot);
  latest.current = snapshot;

  const { isLoaded } = snapshot;
  useEffect(() => {
    if (!store || !isLoaded) return;
    return openLiveConnection(articleSlug, latest.current.seen ?? "", {
      onMessage: (message) => take(store, message),
      onReset: () => store.reload(),
    });

    function take(opened: AnnotationStore, message: LiveMessage) {
      const { annotationId: id, kind, isOwn, isReply, revision } = message;
      const known = latest.current.annotations.find(({ annotation }) => annotation.id === id);
      if (known || isOwn) {
        // A thread, and what moderation made of a note, leave its revision as it is.
        const needed = kind === "gone" || isReply || !isOwn ? null : revision;
        setTimeout(() => opened.refetch(id, needed), Math.random() * SPREAD_MS);
      }
      setWaiting((before) => {
        const after = new Set(before);
        if (kind === "gone" || known || isOwn) after.delete(id);
        else after.add(id);
        return after.size === before.size ? before : after;
      });
    }
  }, [articleSlug, store, isLoaded]);

  const unseen = [...waiting].filter(
    (id) => !snapshot.annotations.some(({ annotation }) => annotation.id === id),
  );
  return {
    count: unseen.length,
    show() {
      setWaiting(new Set());
      if (unseen.length > 5) store?.reload();
      else for (const id of unseen) store?.refetch(id, null);
    },
  };
}
