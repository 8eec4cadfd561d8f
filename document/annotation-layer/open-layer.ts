import { Editor } from "@tiptap/core";
import { DOMParser } from "@tiptap/pm/model";
import type { Colour } from "@/core/annotation/annotation";
import type { TextRange } from "@/core/annotation/side-text";
import { articleExtensions } from "../schema/article-extensions";
import { AnnotationLayer, getLayer, layerPlugin, type Stretch } from "./annotation-layer";
import { pointToPosition, positionToPoint } from "./positions";

/** The annotation layer of one side on the reading page: an editor without a view, spoken to in points of the text. */
export type SideLayer = {
  /** The text of a block as the document holds it; `null` where it holds no such block. */
  readonly textOf: (block: string) => string | null;
  /** Sets a highlight and returns the passage it has in the document; `null` when that is none. */
  readonly setHighlight: (id: string, range: TextRange, colour: Colour) => TextRange | null;
  readonly recolourHighlight: (id: string, colour: Colour) => boolean;
  readonly removeHighlight: (id: string) => boolean;
  readonly setTwin: (id: string, ranges: readonly TextRange[], colour: Colour) => boolean;
  /** Sets everything at once, in the place of what is set. */
  readonly setAll: (
    highlights: readonly { id: string; range: TextRange; colour: Colour }[],
    twins: readonly { id: string; ranges: readonly TextRange[]; colour: Colour }[],
  ) => void;
  /** The passages that are set, by annotation. */
  readonly highlights: () => ReadonlyMap<string, { range: TextRange; colour: Colour }>;
  readonly close: () => void;
};

/** Reads the side's blocks (`[data-block]`, as document/render-html writes them) into a document and lays the layer over it. */
export function openLayer(blocks: readonly Element[]): SideLayer {
  const editor = new Editor({
    element: null,
    injectCSS: false,
    extensions: [...articleExtensions, AnnotationLayer],
  });
  const holder = document.createElement("div");
  holder.append(...blocks.map((block) => block.cloneNode(true)));
  const doc = DOMParser.fromSchema(editor.schema).parse(holder, { preserveWhitespace: "full" });
  editor.registerPlugin(layerPlugin());
  const { tr } = editor.state;
  editor.view.dispatch(tr.replaceWith(0, tr.doc.content.size, doc.content));

  const stretchOf = (range: TextRange): Stretch | null => {
    const from = pointToPosition(editor.state.doc, range.start, "after");
    const to = pointToPosition(editor.state.doc, range.end, "before");
    return from === null || to === null ? null : { from, to };
  };
  const rangeOf = ({ from, to }: Stretch): TextRange | null => {
    const start = positionToPoint(editor.state.doc, from, "after");
    const end = positionToPoint(editor.state.doc, to, "before");
    return start && end ? { start, end } : null;
  };

  return {
    textOf(block) {
      const size = editor.state.doc.content.size;
      const first = pointToPosition(editor.state.doc, { block, offset: 0 }, "before");
      const last = pointToPosition(editor.state.doc, { block, offset: size }, "after");
      if (first === null || last === null) return null;
      return editor.state.doc.textBetween(first, last, "\n", (leaf) =>
        leaf.type.name === "hardBreak" ? "\n" : "",
      );
    },
    setHighlight(id, range, colour) {
      const stretch = stretchOf(range);
      if (!stretch || !editor.commands.setHighlight({ id, colour, ...stretch })) return null;
      return rangeOf(stretch);
    },
    recolourHighlight: (id, colour) => editor.commands.recolourHighlight(id, colour),
    removeHighlight: (id) => editor.commands.removeHighlight(id),
    setTwin(id, ranges, colour) {
      const stretches = ranges.flatMap((range) => stretchOf(range) ?? []);
      return editor.commands.setTwin({ id, colour, stretches });
    },
    setAll(highlights, twins) {
      editor.commands.setLayer(
        highlights.flatMap(({ id, range, colour }) => {
          const stretch = stretchOf(range);
          return stretch ? [{ id, colour, ...stretch }] : [];
        }),
        twins.map(({ id, ranges, colour }) => ({
          id,
          colour,
          stretches: ranges.flatMap((range) => stretchOf(range) ?? []),
        })),
      );
    },
    highlights() {
      const { highlights } = getLayer(editor.state);
      return new Map(
        [...highlights.values()].flatMap(({ id, colour, ...stretch }) => {
          const range = rangeOf(stretch);
          return range ? [[id, { range, colour }] as const] : [];
        }),
      );
    },
    close: () => editor.destroy(),
  };
}
