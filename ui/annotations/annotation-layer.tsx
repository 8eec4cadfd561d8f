"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import type { Colour } from "@/core/annotation/annotation";
import { describeAnchor } from "@/core/annotation/describe-anchor";
import { quoteOf, type TextRange } from "@/core/annotation/side-text";
import type { Language } from "@/core/article/language";
import { readDraft } from "./draft";
import { MarginNotes } from "./margin-notes";
import type { CardActions } from "./note-card";
import { NotesSheet } from "./notes-sheet";
import { extendByWord } from "./passage";
import { annotationsInSentence, placeAnnotations, sentenceRange } from "./place-annotations";
import { type ReadingSides, readSides } from "./reading-sides";
import { RowCounts } from "./row-counts";
import { SelectionBar } from "./selection-bar";
import styles from "./status.module.css";
import { makeId } from "./store/make-id";
import { SyncStatus } from "./sync-status";
import { toDomRange } from "./text-index";
import { Toast } from "./toast";
import { useAnnotationStore } from "./use-annotation-store";
import { useMedia, wideScreen } from "./use-media";
import { usePainting } from "./use-painting";
import { usePassage } from "./use-passage";
import { usePointedAnnotation } from "./use-pointed-annotation";
import { useShortcuts } from "./use-shortcuts";
import { useSideLayers } from "./use-side-layers";

type AnnotationLayerProps = {
  articleSlug: string;
  /** The number of the version that is read: anchors are described in it. */
  version: number;
};

/** Marking, noting and everything that is already marked, over the two sides that stand in the document. */
export function AnnotationLayer(props: AnnotationLayerProps) {
  const [sides] = useState(() => readSides(document));
  return sides && <Layer {...props} sides={sides} />;
}

type Notice = { readonly text: string; readonly undoId?: string };

/** The bar at an annotation that is already there. */
type Chosen = { readonly id: string; readonly takesFocus: boolean };

function Layer({ articleSlug, version, sides }: AnnotationLayerProps & { sides: ReadingSides }) {
  const t = useTranslations("Annotations");
  const isWide = useMedia(wideScreen);
  const { store, snapshot } = useAnnotationStore(articleSlug);
  const { placed, orphaned } = useMemo(
    () => placeAnnotations(sides, snapshot.annotations),
    [sides, snapshot.annotations],
  );
  const { passage, choose, drop } = usePassage(sides);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [hoveredId, setHoveredId] = useState<string | null>(null);
  const [editingId, setEditingId] = useState<string | null>(null);
  const [openRow, setOpenRow] = useState<string | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [lastColour, setLastColour] = useState<Colour>("yellow");

  const barAnnotation = placed.find(({ annotation }) => annotation.id === chosen?.id);
  usePainting(sides, { placed, activeId: chosen?.id ?? activeId ?? hoveredId, passage });
  usePointedAnnotation(sides, placed, {
    onPick(found) {
      const at = found.findIndex(({ annotation }) => annotation.id === (chosen?.id ?? activeId));
      const next = found[(at + 1) % found.length];
      if (next) open(next.annotation.id);
    },
    onHover: (found) => setHoveredId(found?.annotation.id ?? null),
  });
  useShortcuts(handleKey);
  const layers = useSideLayers(sides, placed);
  useEffect(() => {
    if (passage) layers.current?.load();
  }, [passage, layers]);

  function hasCard(id: string): boolean {
    const found = snapshot.annotations.find(({ annotation }) => annotation.id === id);
    return id === editingId || (found && found.annotation.note !== null) || readDraft(id) !== null;
  }

  /** Goes to the card of an annotation, or to its bar where it has none. */
  function open(id: string) {
    const one = placed.find(({ annotation }) => annotation.id === id);
    if (!one) return;
    if (!hasCard(id)) return setChosen({ id, takesFocus: false });
    setChosen(null);
    setActiveId(id);
    if (!isWide) return setOpenRow(one.row);
    focusCard(id);
  }

  function mark(colour: Colour, withNote: boolean) {
    if (!passage || !store) return;
    const id = makeId();
    const range = layers.current?.mark(id, passage.side, passage.range, colour) ?? passage.range;
    const described = describeAnchor(sides.current(passage.side).text, range, version);
    if (!described.ok) return setNotice({ text: t("tooLong") });
    store.put({ id, articleSlug, anchor: described.anchor, colour, note: null });
    setLastColour(colour);
    if (passage.origin === "keyboard" && !withNote) focusSentence(passage.side, passage.range);
    drop();
    if (withNote) edit(id, rowOf(passage.side, passage.range));
  }

  function edit(id: string, row: string) {
    setChosen(null);
    setActiveId(id);
    setEditingId(id);
    if (!isWide) setOpenRow(row);
  }

  function rowOf(side: Language, range: TextRange): string {
    const block = sides.current(side).blocks.get(range.start.block);
    return block?.element.closest<HTMLElement>("[data-row]")?.dataset.row ?? "";
  }

  function focusSentence(side: Language, range: TextRange) {
    const start = toDomRange(sides.current(side), range)?.startContainer.parentElement;
    start?.closest<HTMLElement>("[data-sentence]")?.focus({ preventScroll: true });
  }

  function change(
    id: string,
    part: Partial<Pick<(typeof placed)[number]["annotation"], "colour" | "note">>,
  ) {
    const found = snapshot.annotations.find(({ annotation }) => annotation.id === id);
    if (found) store?.put({ ...found.annotation, ...part });
  }

  function remove(id: string) {
    const found = snapshot.annotations.find(({ annotation }) => annotation.id === id);
    if (!found) return;
    store?.remove(id);
    setChosen(null);
    setActiveId(null);
    setEditingId(null);
    const hasNote = found.annotation.note === null ? "no" : "yes";
    setNotice({ text: t("removed", { hasNote }), undoId: id });
  }

  const actions: CardActions = {
    onEdit: (id) => edit(id, placed.find(({ annotation }) => annotation.id === id)?.row ?? ""),
    onEditEnd(id) {
      setEditingId(null);
      focusCard(id);
    },
    onSave(id, note) {
      setEditingId(null);
      change(id, { note });
      if (note) focusCard(id);
    },
    onColour(id, colour) {
      setLastColour(colour);
      change(id, { colour });
    },
    onRemove: remove,
    onRetry: (id) => store?.retry(id),
  };

  function leaveCard(id: string) {
    setActiveId(null);
    const one = placed.find(({ annotation }) => annotation.id === id);
    if (one) focusSentence(one.annotation.anchor.side, one.range);
  }

  function handleKey(event: KeyboardEvent, sentence: HTMLElement | null): boolean {
    const barId = chosen?.id;
    const colour = colourKeys[event.key];
    if (event.key === "h" && !event.shiftKey && sentence) return chooseSentence(sentence);
    if (event.key === "h" && passage?.origin === "pointer") {
      choose({ ...passage, origin: "keyboard" });
      return true;
    }
    if (event.key === "e" && sentence) return chooseAnnotationIn(sentence);
    if (!passage && !barId) return false;

    if (event.key === "Escape") {
      const at =
        passage ??
        (barAnnotation && {
          side: barAnnotation.annotation.anchor.side,
          range: barAnnotation.range,
        });
      if (at && (passage?.origin === "keyboard" || chosen?.takesFocus))
        focusSentence(at.side, at.range);
      drop();
      setChosen(null);
      return true;
    }
    if (colour && passage) mark(colour, false);
    else if (colour && barId) actions.onColour(barId, colour);
    else if (event.key === "n" && passage) mark(lastColour, true);
    else if (event.key === "n" && barId) actions.onEdit(barId);
    else if (event.key === "Delete" && barId) remove(barId);
    else if (
      event.shiftKey &&
      passage &&
      (event.key === "ArrowRight" || event.key === "ArrowLeft")
    ) {
      const direction = event.key === "ArrowRight" ? 1 : -1;
      const range = extendByWord(sides.current(passage.side).text, passage.range, direction);
      choose({ ...passage, range, origin: "keyboard" });
    } else return false;
    return true;
  }

  function chooseSentence(sentence: HTMLElement): boolean {
    const index = sides.sideOf(sentence);
    const range = index && sentenceRange(index.text, sentence.dataset.sentence ?? "");
    if (!range) return false;
    setChosen(null);
    choose({ side: index.language, range, origin: "keyboard" });
    return true;
  }

  function chooseAnnotationIn(sentence: HTMLElement): boolean {
    const index = sides.sideOf(sentence);
    const found = index
      ? annotationsInSentence(placed, index.text, sentence.dataset.sentence ?? "")
      : [];
    const at = found.findIndex(({ annotation }) => annotation.id === chosen?.id);
    const next = found[(at + 1) % found.length];
    if (!next) return false;
    drop();
    setChosen({ id: next.annotation.id, takesFocus: true });
    return true;
  }

  function boxOf(side: Language, range: TextRange): DOMRect | null {
    return toDomRange(sides.current(side), range)?.getBoundingClientRect() ?? null;
  }

  function quote(side: Language, range: TextRange): string {
    return quoteOf(sides.current(side).text, range) ?? "";
  }

  const withCards = placed.filter(({ annotation }) => hasCard(annotation.id));
  const inRow = placed.filter(({ row }) => row === openRow);
  const rowNumber =
    1 +
    [...sides.current("de").section.querySelectorAll<HTMLElement>("[data-row]")].findIndex(
      (row) => row.dataset.row === openRow,
    );
  return (
    <>
      <MarginNotes
        sides={sides}
        placed={withCards}
        orphaned={orphaned}
        activeId={activeId ?? hoveredId}
        editingId={isWide ? editingId : null}
        actions={actions}
        onActivate={setActiveId}
        onLeave={leaveCard}
      />
      <RowCounts sides={sides} placed={placed} onOpen={openFirstOf} />
      {createPortal(
        <>
          {passage && (
            <SelectionBar
              key="passage"
              quote={quote(passage.side, passage.range)}
              colour={null}
              takesFocus={passage.origin === "keyboard"}
              getBox={() => boxOf(passage.side, passage.range)}
              onColour={(colour) => mark(colour, false)}
              onNote={() => mark(lastColour, true)}
            />
          )}
          {!passage && chosen && barAnnotation && (
            <SelectionBar
              key={chosen.id}
              quote={barAnnotation.annotation.anchor.exact}
              colour={barAnnotation.annotation.colour}
              takesFocus={chosen.takesFocus}
              getBox={() => boxOf(barAnnotation.annotation.anchor.side, barAnnotation.range)}
              onColour={(colour) => actions.onColour(chosen.id, colour)}
              onNote={() => actions.onEdit(chosen.id)}
              onRemove={() => remove(chosen.id)}
            />
          )}
          {openRow !== null && inRow.length > 0 && (
            <NotesSheet
              title={t("sheet", { row: rowNumber })}
              annotations={inRow}
              focusedId={activeId}
              editingId={editingId}
              actions={actions}
              onClose={closeSheet}
            />
          )}
          <div className={styles.corner}>
            <div role="status">
              {notice && (
                <Toast
                  key={`${notice.undoId}${notice.text}`}
                  text={notice.text}
                  onUndo={notice.undoId ? () => undo(notice.undoId) : undefined}
                  onGone={() => setNotice(null)}
                />
              )}
            </div>
            <SyncStatus sync={snapshot.sync} />
          </div>
        </>,
        document.body,
      )}
    </>
  );

  function openFirstOf(row: string) {
    const first = placed.find((one) => one.row === row && hasCard(one.annotation.id));
    if (!isWide || !first) {
      setActiveId(first?.annotation.id ?? null);
      return setOpenRow(row);
    }
    setActiveId(first.annotation.id);
    focusCard(first.annotation.id);
  }

  function closeSheet() {
    setOpenRow(null);
    setEditingId(null);
    setActiveId(null);
  }

  function undo(id: string | undefined) {
    if (id) store?.restore(id);
    setNotice(null);
  }
}

const colourKeys: Readonly<Record<string, Colour>> = {
  "1": "yellow",
  "2": "green",
  "3": "blue",
  "4": "pink",
};

/** After the render that shows it. */
function focusCard(id: string) {
  requestAnimationFrame(() => {
    const card = document.querySelector<HTMLElement>(`[data-annotation="${id}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
  });
}
