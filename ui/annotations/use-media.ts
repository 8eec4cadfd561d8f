import { useCallback, useSyncExternalStore } from "react";

/** Wide enough for cards beside the text; the same number stands in ui/reader and the style sheets here. */
export const wideScreen = "(min-width: 1241px)";

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}
