import { useEffect, useRef } from "react";
import type { PlacedAnnotation } from "./place-annotations";
import type { ReadingSides } from "./reading-sides";
import { openSideLayers, type SideLayers } from "./side-layers";

/** The Tiptap layers of both sides for as long as the page shows them; `null` before the first effect. */
export function useSideLayers(
  sides: ReadingSides,
  placed: readonly PlacedAnnotation[],
  wordLinks: number,
) {
  const layers = useRef<SideLayers | null>(null);

  useEffect(() => {
    const opened = openSideLayers(sides);
    layers.current = opened;
    return () => {
      layers.current = null;
      opened.close();
    };
  }, [sides]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: with other word links there are other twins
  useEffect(() => layers.current?.show(placed), [placed, wordLinks]);

  return layers;
}
