import { useCallback, useLayoutEffect, useRef } from "react";

/**
 * A handler that stays the same function while what it does follows the last render: for components that are drawn anew
 * only when what they show changes.
 */
export function useSteady<Args extends readonly unknown[], Result>(
  handler: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
