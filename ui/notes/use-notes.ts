import { useCallback, useEffect, useRef, useState } from "react";
import type { ListedNote, NoteFacets } from "@/core/notes/listed-note";
import type { NotesQuery } from "@/core/notes/notes-query";
import { loadFacets, loadNotes } from "./notes-client";

export type LoadedNotes = {
  readonly notes: readonly ListedNote[];
  readonly facets: NoteFacets | null;
  /** `failed`: the server did not answer; `loading`: what is shown may be another query's. */
  readonly state: "loading" | "loaded" | "failed";
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly reload: () => void;
};

/** The notes that a query finds, page after page, with their counts. */
export function useNotes(query: NotesQuery): LoadedNotes {
  const [notes, setNotes] = useState<readonly ListedNote[]>([]);
  const [facets, setFacets] = useState<NoteFacets | null>(null);
  const [state, setState] = useState<LoadedNotes["state"]>("loading");
  const [next, setNext] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  /** Answers to a question that is no longer asked are dropped. */
  const asked = useRef(0);
  const isLoadingMore = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks the same again
  useEffect(() => {
    asked.current += 1;
    const turn = asked.current;
    setState("loading");
    isLoadingMore.current = false;
    void loadNotes(query, null).then(async (page) => {
      if (turn !== asked.current) return;
      setState(page ? "loaded" : "failed");
      if (!page) return;
      setNotes(page.notes);
      setNext(page.next);
      const counted = await loadFacets(query); // asked for later: counting thousands would hold the list up
      if (turn === asked.current && counted) setFacets(counted);
    });
  }, [query, round]);

  const loadMore = useCallback(() => {
    if (next === null || isLoadingMore.current) return;
    isLoadingMore.current = true;
    const turn = asked.current;
    void loadNotes(query, next).then((page) => {
      isLoadingMore.current = false;
      if (turn !== asked.current || !page) return;
      setNotes((before) => [...before, ...page.notes]);
      setNext(page.next);
    });
  }, [query, next]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { notes, facets, state, hasMore: next !== null, loadMore, reload };
}
