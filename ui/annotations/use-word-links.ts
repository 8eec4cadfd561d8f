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
    loadWordLinks(versionId, sides, next, leaving.current?.signal).then(
      (found) => {
        for (const id of found) asked.current.add(id);
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

/** Lays the word links of some sentences into the sides, and gives back the sentences that they hold. Fails where the server does not answer. */
export async function loadWordLinks(
  versionId: string,
  sides: ReadingSides,
  sentences: readonly string[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  // Kept by the browser for good: another build may link otherwise, so it has another address.
  const query = new URLSearchParams({
    sentences: [...sentences].sort().join(","),
    build: process.env.NEXT_PUBLIC_BUILD ?? "",
  });
  const response = await fetch(`/api/articles/versions/${versionId}/word-links?${query}`, {
    signal: signal ?? null,
  });
  if (!response.ok) throw new Error(`They were refused: ${response.status}`);
  const { beads } = answerSchema.parse(await response.json());
  return beads.flatMap((bead) => {
    const held = [...bead.de, ...bead.en];
    for (const id of held) sides.wordLinks.set(id, bead);
    return held;
  });
}
