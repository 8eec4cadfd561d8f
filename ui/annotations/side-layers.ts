import type { Colour } from "@/core/annotation/annotation";
import type { TextRange } from "@/core/annotation/side-text";
import { type Language, languages } from "@/core/article/language";
import type { SideLayer } from "@/document/annotation-layer/open-layer";
import { whenIdle } from "../controls/when-idle";
import type { PlacedAnnotation } from "./place-annotations";
import type { ReadingSides } from "./reading-sides";
import { twinRanges } from "./twin-ranges";

/** The Tiptap layers of both sides, loaded once the reader does something; until then nothing waits for them. */
export type SideLayers = {
  /** Begins to load them; called when the reader begins to select. */
  readonly load: () => void;
  /** The passage as the side's document has it: the range itself while the layers are not there. */
  readonly mark: (id: string, side: Language, range: TextRange, colour: Colour) => TextRange;
  /** Brings the layers up to what is shown. */
  readonly show: (placed: readonly PlacedAnnotation[]) => void;
  readonly close: () => void;
};

type Layers = Readonly<Record<Language, SideLayer>>;

export function openSideLayers(sides: ReadingSides): SideLayers {
  let layers: Layers | null = null;
  let isLoading = false;
  let shown: readonly PlacedAnnotation[] = [];
  let isClosed = false;
  let cancelShow = () => {};

  async function open() {
    const { openLayer } = await import("@/document/annotation-layer/open-layer");
    if (isClosed) return;
    const [de, en] = languages.map((language) => {
      const blocks = [...sides.current(language).blocks.values()].map(({ element }) => element);
      const layer = openLayer(blocks);
      assertSameText(sides, language, layer);
      return layer;
    });
    if (!de || !en) return;
    layers = { de, en };
    synchronise(sides, layers, shown);
    await import("./note-editor"); // so that a note can be written when the connection is gone
  }

  function load() {
    // Without the layers a passage is described by its points alone, which are the same: nothing is lost.
    if (isLoading) return;
    isLoading = true;
    open().catch((error: unknown) => console.error("No annotation layer:", error));
  }

  const cancel = whenReaderActs(load);
  return {
    load,
    mark: (id, side, range, colour) => layers?.[side].setHighlight(id, range, colour) ?? range,
    show(placed) {
      shown = placed;
      cancelShow();
      // Nothing on the page waits for it.
      cancelShow = whenIdle(() => {
        if (layers) synchronise(sides, layers, shown);
      });
    },
    close() {
      isClosed = true;
      cancel();
      cancelShow();
      for (const language of languages) layers?.[language].close();
    },
  };
}

/** The document is read from the page by its schema, the text by its attributes: points mean the same in both, or in neither. */
function assertSameText(sides: ReadingSides, language: Language, layer: SideLayer) {
  for (const { id, text } of sides.current(language).text.blocks) {
    if (layer.textOf(id) !== text) throw new Error(`The document has another text in block ${id}`);
  }
}

function synchronise(sides: ReadingSides, layers: Layers, placed: readonly PlacedAnnotation[]) {
  for (const language of languages) {
    const own = placed.filter(({ annotation }) => annotation.anchor.side === language);
    const others = placed.filter(({ annotation }) => annotation.anchor.side !== language);
    layers[language].setAll(
      own.map(({ annotation: { id, colour }, range }) => ({ id, colour, range })),
      others.map((one) => {
        const { id, colour } = one.annotation;
        return { id, colour, ranges: twinRanges(sides, one) };
      }),
    );
  }
}

const patienceMs = 10_000; // for a reader who only reads, and may be without a connection when they no longer do

/** With the reader's first key or press, when the page is idle after it; and in the end without. */
function whenReaderActs(act: () => void): () => void {
  const listening = new AbortController();
  let cancelIdle = () => {};
  const timer = setTimeout(begin, patienceMs);

  function begin() {
    clearTimeout(timer);
    listening.abort();
    cancelIdle = whenIdle(act);
  }

  for (const kind of ["pointerdown", "keydown"]) {
    document.addEventListener(kind, begin, { signal: listening.signal, passive: true });
  }
  return () => {
    clearTimeout(timer);
    listening.abort();
    cancelIdle();
  };
}
