import { createTextAnnotator, type TextAnnotation } from "@recogito/text-annotator";
import type { StoredAnnotation } from "@/core/annotation/annotation";

// The same highlights in Recogito's text annotator, with its own CSS Custom Highlight renderer; for comparison only.
const holder = document.querySelector<HTMLElement>("[data-side=de]")?.parentElement;
if (!holder) throw new Error("The page has no text");
const response = await fetch("/api/articles/bench/annotations");
const { annotations }: { annotations: StoredAnnotation[] } = await response.json();
const starts = new Map<string, number>();
const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
let length = 0;
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const block = node.parentElement?.closest<HTMLElement>("[data-block]")?.dataset.block;
  if (block && !starts.has(block)) starts.set(block, length);
  length += node.textContent?.length ?? 0;
}
const annotator = createTextAnnotator(holder, { renderer: "CSS_HIGHLIGHTS" });
annotator.setAnnotations(
  annotations.map(
    ({ id, anchor }): TextAnnotation => ({
      id,
      bodies: [],
      target: {
        annotation: id,
        selector: [
          {
            quote: anchor.exact,
            start: (starts.get(anchor.start.block) ?? 0) + anchor.start.offset,
            end: (starts.get(anchor.end.block) ?? 0) + anchor.end.offset,
            // biome-ignore lint/suspicious/noExplicitAny: its type asks for what it computes itself
          } as any,
        ],
      },
    }),
  ),
);
