import { useEffect, useState } from "react";
import type { Anchor } from "@/core/annotation/annotation";
import { partFinder, partsIndexSchema } from "@/core/annotation/parts-index";

/** The parts that hold something of a passage; `null` while that is not known. */
export type PartsOfPassage = (anchor: Anchor) => readonly number[] | null;

/**
 * What stands in which part of a long text. It is asked for once an annotation is not found in the part that is read,
 * and again with the connection; until it is there nothing is said to have lost its place.
 */
export function usePartsIndex(
  versionId: string,
  partCount: number,
  isWanted: boolean,
): PartsOfPassage {
  const [find, setFind] = useState<PartsOfPassage>(() => (partCount > 1 ? unknown : none));
  const isMissing = partCount > 1 && isWanted && find === unknown;

  useEffect(() => {
    if (!isMissing) return;
    const abort = new AbortController();
    function load() {
      fetchParts(versionId, abort.signal).then(
        (found) => setFind(() => found),
        (error: unknown) => {
          if (!abort.signal.aborted) console.warn("The parts of the text are not known:", error);
        },
      );
    }
    load();
    window.addEventListener("online", load, { signal: abort.signal });
    return () => abort.abort();
  }, [versionId, isMissing]);

  return find;
}

function unknown() {
  return null;
}

function none(): readonly number[] {
  return [];
}

async function fetchParts(versionId: string, signal: AbortSignal): Promise<PartsOfPassage> {
  // Kept by the browser for good: another build may draw the parts otherwise, so it has another address.
  const address = `/api/articles/versions/${versionId}/parts?build=${process.env.NEXT_PUBLIC_BUILD}`;
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`The parts were refused: ${response.status}`);
  return partFinder(partsIndexSchema.parse(await response.json()));
}
