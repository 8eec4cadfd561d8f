import { useEffect, useMemo, useRef } from "react";
import { useAnnotationStore } from "@/ui/annotations/use-annotation-store";
import { useAfterFrame } from "../../controls/use-after-frame";
import type { DraftSnapshot } from "../store/draft-store";
import { nothingPlaced, placeInDraft } from "./place-in-draft";

/** The annotations that the viewer may see, where they stand in the draft. */
export function useDraftNotes(slug: string, draft: DraftSnapshot) {
  const { store, snapshot } = useAnnotationStore(slug);
  const settled = useAfterFrame(draft);
  const { opened, article, moved } = settled;
  const { annotations, isLoaded } = snapshot;
  const placement = useMemo(
    () => (isLoaded ? placeInDraft({ opened, article, moved }, annotations) : nothingPlaced),
    [isLoaded, annotations, opened, article, moved],
  );

  // A version that was saved has carried them along: the server knows their places in it.
  const version = useRef(draft.version);
  useEffect(() => {
    if (version.current === draft.version) return;
    version.current = draft.version;
    store?.reload();
  }, [store, draft.version]);

  return { store, snapshot, placement };
}

export type DraftNotes = ReturnType<typeof useDraftNotes>;
