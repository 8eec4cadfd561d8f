import { useEffect, useRef, useState } from "react";
import * as z from "zod/mini";
import { sentencesIn } from "@/core/annotation/describe-anchor";
import { beadLinksSchema, isShortPassage } from "@/core/annotation/word-twin";
import type { PlacedAnnotation } from "./place-annotations";
import type { ReadingSides } from "./reading-sides";

const mostAtOnce = 60;

const answerSchema = z.object({ beads: z.array(beadLinksSchema) });

/**
 * Asks for the word links of the sentences in which short passages stand, some at a time, and lays them into the sides. Until they are
 * there, and where there are none, a twin is made of sentences. Gives back a number that changes with what is known.
 */
export function useWordLinks(
  versionId: string,
  sides: ReadingSides,
  placed: readonly PlacedAnnotation[],
): number {
  const [known, setKnown] = useState(0);
  const asked = useRef(new Set<string>());
  const leaving = useRef<AbortController>(null);

  useEffect(() => {
    const abort = new AbortController();
    leaving.current = abort;
    return () => abort.abort();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what came last is the sign to ask for the next
  useEffect(() => {
    const wanted = sentencesOfShort(sides, placed).filter((id) => !asked.current.has(id));
    const next = wanted.slice(0, mostAtOnce);
    if (next.length === 0) return;
    for (const id of next) asked.current.add(id);
    load(versionId, next, leaving.current?.signal).then(
      ({ beads }) => {
        for (const bead of beads) {
          for (const id of [...bead.de, ...bead.en]) {
            asked.current.add(id);
            sides.wordLinks.set(id, bead);
          }
        }
        setKnown((before) => before + 1);
      },
      // A twin of sentences is right as well: nothing is said, and nothing is asked again.
      (error: unknown) => {
        if (!leaving.current?.signal.aborted) console.warn("No word links:", error);
      },
    );
  }, [versionId, sides, placed, known]);

  return known;
}

function sentencesOfShort(
  sides: ReadingSides,
  placed: readonly PlacedAnnotation[],
): readonly string[] {
  const ids = new Set<string>();
  for (const { annotation, from, length } of placed) {
    if (annotation.twin) continue;
    const { text } = sides.current(annotation.anchor.side);
    if (!isShortPassage(text, { start: from, end: from + length })) continue;
    const [sentence, ...others] = sentencesIn(text, from, from + length);
    if (sentence && others.length === 0) ids.add(sentence);
  }
  return [...ids];
}

async function load(versionId: string, sentences: readonly string[], signal?: AbortSignal) {
  // Kept by the browser for good: another build may link otherwise, so it has another address.
  const query = new URLSearchParams({
    sentences: [...sentences].sort().join(","),
    build: process.env.NEXT_PUBLIC_BUILD ?? "",
  });
  const response = await fetch(`/api/articles/versions/${versionId}/word-links?${query}`, {
    signal: signal ?? null,
  });
  if (!response.ok) throw new Error(`They were refused: ${response.status}`);
  return answerSchema.parse(await response.json());
}
