import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import type { Mappable, Mapping } from "@tiptap/pm/transform";
import type { Colour } from "@/core/annotation/annotation";

/** From where to where, in positions of the side's document; equal when the text between them was deleted. */
export type Stretch = { readonly from: number; readonly to: number };

type Highlight = Stretch & { readonly id: string; readonly colour: Colour };

/** The twin of a highlight that stands on the other side; `id` is that of its annotation. */
type Twin = {
  readonly id: string;
  readonly colour: Colour;
  readonly stretches: readonly Stretch[];
};

export type LayerState = {
  readonly highlights: ReadonlyMap<string, Highlight>;
  readonly twins: ReadonlyMap<string, Twin>;
};

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    annotationLayer: {
      /** Adds a highlight or puts it elsewhere; refused where it would hold nothing. */
      setHighlight: (highlight: Highlight) => ReturnType;
      /** Refused for a highlight that is not there. */
      recolourHighlight: (id: string, colour: Colour) => ReturnType;
      /** Takes away a highlight, or refuses if it is not there. */
      removeHighlight: (id: string) => ReturnType;
      /** Shows the twin of a highlight of the other side; one without stretches is taken away. */
      setTwin: (twin: Twin) => ReturnType;
      /** Puts these in the place of all there are; what would hold nothing is left out. */
      setLayer: (highlights: readonly Highlight[], twins: readonly Twin[]) => ReturnType;
    };
  }
}

const layerKey = new PluginKey<LayerState>("annotationLayer");

/** What the layer holds in a state; throws where the extension is not part of the editor. */
export function getLayer(state: EditorState): LayerState {
  const layer = layerKey.getState(state);
  if (!layer) throw new Error("This editor has no annotation layer");
  return layer;
}

/**
 * Highlights and twins over a side's document. They are no part of the document: they live in plugin state, travel with
 * every change of the text, and are changed by commands. Needs no view.
 */
export const AnnotationLayer = Extension.create({
  name: "annotationLayer",

  addProseMirrorPlugins() {
    return [layerPlugin()];
  },

  addCommands() {
    return {
      setHighlight:
        (highlight) =>
        ({ tr, dispatch }) => {
          if (!isInside(tr.doc, highlight)) return false;
          if (dispatch) {
            change(tr, (layer, later) =>
              withHighlight(layer, { ...highlight, ...moved(highlight, later) }),
            );
          }
          return true;
        },
      recolourHighlight:
        (id, colour) =>
        ({ tr, state, dispatch }) => {
          const known = getLayer(state).highlights.get(id);
          if (!known) return false;
          if (dispatch) {
            change(tr, (layer) => {
              const current = layer.highlights.get(id);
              return current ? withHighlight(layer, { ...current, colour }) : layer;
            });
          }
          return true;
        },
      removeHighlight:
        (id) =>
        ({ tr, state, dispatch }) => {
          if (!getLayer(state).highlights.has(id)) return false;
          if (dispatch) {
            change(tr, (layer) => ({ ...layer, highlights: without(layer.highlights, id) }));
          }
          return true;
        },
      setTwin:
        (twin) =>
        ({ tr, dispatch }) => {
          if (!twin.stretches.every((stretch) => isInside(tr.doc, stretch))) return false;
          if (dispatch) {
            change(tr, (layer, later) => {
              const stretches = twin.stretches.map((stretch) => moved(stretch, later));
              return withTwin(layer, { ...twin, stretches });
            });
          }
          return true;
        },
      setLayer:
        (highlights, twins) =>
        ({ tr, dispatch }) => {
          const inside = highlights.filter((highlight) => isInside(tr.doc, highlight));
          const layer = {
            highlights: new Map(inside.map((highlight) => [highlight.id, highlight])),
            twins: new Map(twins.map((twin) => [twin.id, twin])),
          };
          if (dispatch) change(tr, (_, later) => mapped(layer, later));
          return true;
        },
    };
  },
});

/** The state of the layer. An editor without a view registers no plugins of its own: it is given this one. */
export function layerPlugin(): Plugin<LayerState> {
  return new Plugin<LayerState>({
    key: layerKey,
    state: {
      init: () => ({ highlights: new Map(), twins: new Map() }),
      apply: (transaction, layer) => {
        const travelled = transaction.docChanged ? mapped(layer, transaction.mapping) : layer;
        const next = changeOf(transaction);
        return next ? next(travelled, transaction.mapping) : travelled;
      },
    },
  });
}

/** `mapping` is that of the whole transaction. */
type Change = (layer: LayerState, mapping: Mapping) => LayerState;

/**
 * Notes what becomes of the layer; changes of one transaction follow each other, and `later` are the edits that come
 * after this one. A transaction without edits is none for the undo history either.
 */
function change(
  transaction: Transaction,
  next: (layer: LayerState, later: Mappable) => LayerState,
): void {
  const at = transaction.mapping.maps.length;
  const earlier = changeOf(transaction);
  const all: Change = (layer, mapping) =>
    next(earlier ? earlier(layer, mapping) : layer, mapping.slice(at));
  transaction.setMeta(layerKey, all);
}

function changeOf(transaction: Transaction): Change | undefined {
  return transaction.getMeta(layerKey);
}

function isInside(doc: Node, { from, to }: Stretch): boolean {
  return 0 <= from && from < to && to <= doc.content.size;
}

function withHighlight(layer: LayerState, highlight: Highlight): LayerState {
  return { ...layer, highlights: new Map(layer.highlights).set(highlight.id, highlight) };
}

function withTwin(layer: LayerState, twin: Twin): LayerState {
  const isEmpty = twin.stretches.length === 0;
  const twins = isEmpty ? without(layer.twins, twin.id) : new Map(layer.twins).set(twin.id, twin);
  return { ...layer, twins };
}

function without<Value>(
  values: ReadonlyMap<string, Value>,
  id: string,
): ReadonlyMap<string, Value> {
  return new Map([...values].filter(([key]) => key !== id));
}

function mapped({ highlights, twins }: LayerState, mapping: Mappable): LayerState {
  return {
    highlights: new Map(
      [...highlights].map(([id, one]) => [id, { ...one, ...moved(one, mapping) }]),
    ),
    twins: new Map(
      [...twins].map(([id, twin]) => [
        id,
        { ...twin, stretches: twin.stretches.map((stretch) => moved(stretch, mapping)) },
      ]),
    ),
  };
}

/** What is typed at its edges does not join a passage; what is deleted leaves it, empty at last. */
function moved({ from, to }: Stretch, mapping: Mappable): Stretch {
  const start = mapping.map(from, 1);
  return { from: start, to: Math.max(start, mapping.map(to, -1)) };
}
