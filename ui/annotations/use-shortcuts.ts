import { useEffect, useRef } from "react";
import { takeHeldKeys } from "../controls/held-keys";
import { isWriting } from "../controls/is-writing";

/** What a key means here; `true` when it was taken. */
export type Shortcuts = (event: KeyboardEvent, sentence: HTMLElement | null) => boolean;

/** Listens for keys on the whole page, except where the reader writes or another key handler was first. */
export function useShortcuts(handle: Shortcuts): void {
  const latest = useRef(handle);
  latest.current = handle;

  useEffect(() => {
    function handleKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(event.target)) return;
      const sentence =
        event.target instanceof Element
          ? event.target.closest<HTMLElement>("[data-sentence]")
          : null;
      if (event.key === "Enter" && sentence !== event.target && sentence) return; // a link in it
      if (latest.current(event, sentence)) event.preventDefault();
    }
    document.addEventListener("keydown", handleKeyDown);
    const leave = takeHeldKeys(); // from when this was still on its way
    return () => {
      leave();
      document.removeEventListener("keydown", handleKeyDown);
    };
  }, []);
}
