import type { JSONContent } from "@tiptap/core";
import type { Language } from "@/core/article/language";

/**
 * Gives footnotes and their references their numbers, and ids to link by, unique on a page that holds both sides. Numbers
 * follow the order of the notes at the end of the text; only the first reference to a note is where the note leads back.
 */
export function numberFootnotes(
  rows: readonly JSONContent[],
  language: Language,
): readonly JSONContent[] {
  const labels = rows.flatMap((row) =>
    (row.content ?? []).flatMap(({ type, attrs }) => (type === "footnote" ? [attrs?.label] : [])),
  );
  const referred = new Set<unknown>();
  const walk = (node: JSONContent): JSONContent => {
    const content = node.content?.map(walk);
    const inner = content ? { ...node, content } : node;
    if (node.type !== "footnoteReference") return inner;
    const label: unknown = node.attrs?.label;
    const number = labels.indexOf(label) + 1;
    if (number === 0) return inner;
    const id = referred.has(label) ? null : `${language}-ref-${number}`;
    referred.add(label);
    return { ...node, attrs: { ...node.attrs, number, id, target: `${language}-note-${number}` } };
  };
  const walked = rows.map(walk);
  return walked.map((row) => ({
    ...row,
    content: row.content?.map((block) => {
      if (block.type !== "footnote") return block;
      const number = labels.indexOf(block.attrs?.label) + 1;
      const target = referred.has(block.attrs?.label) ? `${language}-ref-${number}` : null;
      const attrs = { ...block.attrs, number, id: `${language}-note-${number}`, target };
      return { ...block, attrs };
    }),
  }));
}
