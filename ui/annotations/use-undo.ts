import { useEffect, useMemo } from "react";
import { isWriting } from "../controls/is-writing";

export type Undo = {
  /** Keeps the way back from what was just done, and gives back what goes it: once, by whoever is first. */
  readonly keep: (undo: () => void) => () => void;
};

/** The ways back from everything the reader did on this page: Ctrl+Z goes the last one, outside of fields and dialogs. */
export function useUndo(): Undo {
  const [undo, goBack] = useMemo(makeWays, []);

  useEffect(() => {
    function handleKeyDown(event: KeyboardEvent) {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!isUndo || event.key.toLowerCase() !== "z") return;
      if (event.defaultPrevented || isWriting(event.target)) return;
      if (goBack()) event.preventDefault();
    }
    document.addEventListener("keydown", handleKeyDown);
    return () => document.removeEventListener("keydown", handleKeyDown);
  }, [goBack]);

  return undo;
}

function makeWays(): readonly [undo: Undo, goBack: () => boolean] {
  const ways: (() => void)[] = [];
  const keep: Undo["keep"] = (undo) => {
    const way = () => {
      const at = ways.lastIndexOf(way);
      if (at < 0) return;
      ways.splice(at, 1);
      undo();
    };
    ways.push(way);
    return way;
  };
  const goBack = () => {
    const last = ways.at(-1);
    last?.();
    return last !== undefined;
  };
  return [{ keep }, goBack];
}
