import { useEffect, useRef } from "react";

/** Whoever walks on in the text from a bar that was opened by key has left what it was open for. */
export function useWalkOn(isOpenByKey: boolean, leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;

  useEffect(() => {
    if (!isOpenByKey) return;
    function handleFocusIn({ target }: FocusEvent) {
      if (target instanceof Element && target.closest("[data-sentence]")) latest.current();
    }
    document.addEventListener("focusin", handleFocusIn);
    return () => document.removeEventListener("focusin", handleFocusIn);
  }, [isOpenByKey]);
}
