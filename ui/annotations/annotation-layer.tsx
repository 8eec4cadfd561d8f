"use client";

import { useLocale, useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import type { Colour } from "@/core/annotation/annotation";
import { findRemains } from "@/core/annotation/find-remains";
import { quoteOf, type TextRange } from "@/core/annotation/side-text";
import { type Language, otherLanguage } from "@/core/article/language";
import { type View, viewPath } from "@/core/article/layout";
import { afterFrame } from "../controls/after-frame";
import { tellNoteRows } from "../heat/note-rows";
import { useLiveNews } from "../live/use-live-news";
import { useSettings } from "../reader/reading-settings";
import { nodesSplit } from "../reader/soft-hyphens";
import { type Aim, AimBar } from "./aim-bar";
import { AnnotationPicker, type PickedAt } from "./annotation-picker";
import { annotationsInSentence } from "./annotations-at";
import { keepAudience, readAudience } from "./audience-memory";
import { useAudienceWords } from "./card-audience";
import { draftIds } from "./draft";
import { ElsewhereNotes, noteAddress } from "./elsewhere-notes";
import { focusCard } from "./focus-card";
import { type KeyAct, keyAct } from "./key-acts";
import { LayerOverlays, type Notice } from "./layer-overlays";
import { type LookedUp, lookedUpOf } from "./looked-up";
import { noFilter } from "./margin-filter";
import { MarginFilterPanel } from "./margin-filter-panel";
import { MarginNotes } from "./margin-notes";
import type { CardActions } from "./note-card";
import { paintNames } from "./paint-names";
import { paintMore } from "./painting";
import { extendByWord, type Passage } from "./passage";
import type { PlacedAnnotation } from "./place-annotations";
import { RangeHandles } from "./range-handles";
import { type ReadingSides, readSides } from "./reading-sides";
import { RowCounts } from "./row-counts";
import { rowNumber } from "./row-number";
import { sentenceRange } from "./sentence-range";
import type { ShownAnnotation } from "./store/apply-changes";
import { makeId } from "./store/make-id";
import { toDomRange } from "./text-index";
import { useAnnotationChanges } from "./use-annotation-changes";
import { useAnnotationStore } from "./use-annotation-store";
import { useCopyPassage } from "./use-copy-passage";
import { useMedia, wideScreen } from "./use-media";
import { useNoteInAddress } from "./use-note-in-address";
import { usePainting } from "./use-painting";
import { usePassage } from "./use-passage";
import { usePointedAnnotation } from "./use-pointed-annotation";
import { useReadAhead } from "./use-read-ahead";
import { useShortcuts } from "./use-shortcuts";
import { useShownAnnotations } from "./use-shown-annotations";
import { useSideLayers } from "./use-side-layers";
import { useWalkOn } from "./use-walk-on";
import { useWordLinks } from "./use-word-links";

const LookUpPanel = lazy(async () => ({
  default: (await import("./look-up-panel")).LookUpPanel,
}));

type AnnotationLayerProps = {
  articleSlug: string;
  /** What is read; anchors are described in its number. */
  version: { readonly id: string; readonly number: number };
  view: View;
  /** How many parts the text has: what is not in this one may stand in another. */
  partCount: number;
};

/** Marking, noting and everything that is already marked, over the two sides that stand in the document. */
export function AnnotationLayer(props: AnnotationLayerProps) {
  const [sides] = useState(() => readSides(document));
  return sides && <Layer {...props} sides={sides} />;
}

/** The bar at an annotation that is already there. */
type Chosen = { readonly id: string; readonly takesFocus: boolean };

/** Several annotations at one place, from which the reader chooses. */
type Picking = {
  readonly ids: readonly string[];
  readonly at: PickedAt;
  readonly isByKey: boolean;
};

/** What the sheet on narrow screens holds: a row's annotations, or those without a place. */
type OpenSheet = { readonly row: string } | "orphaned";

type LayerProps = AnnotationLayerProps & { sides: ReadingSides };

function Layer({ articleSlug, version, view, partCount, sides }: LayerProps) {
  const t = useTranslations("Annotations");
  const locale = useLocale();
  const audienceWords = useAudienceWords();
  const { margin } = useSettings();
  const isWide = useMedia(wideScreen) && margin === "on";
  const { store, snapshot } = useAnnotationStore(articleSlug);
  const news = useLiveNews(articleSlug, store, snapshot);
  const byId = useMemo(
    () => new Map(snapshot.annotations.map((shown) => [shown.annotation.id, shown])),
    [snapshot.annotations],
  );
  const reading = { versionId: version.id, view, partCount };
  const shown = useShownAnnotations(sides, snapshot.annotations, reading);
  const { placed, unhurried, orphaned, elsewhere, filter, setFilter } = shown;
  const { passage, choose, drop } = usePassage(sides);
  const [aim, setAim] = useState<Aim | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [lookedUp, setLookedUp] = useState<LookedUp | null>(null);
  const [drawn, setDrawn] = useState<TextRange | null>(null);
  const [picking, setPicking] = useState<Picking | null>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [hoveredId, setHoveredId] = useState<string | null>(null);
  const [editingId, setEditingId] = useState<string | null>(null);
  const [openSheet, setOpenSheet] = useState<OpenSheet | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [seenKeptBoth, setSeenKeptBoth] = useState(0);
  const [said, setSaid] = useState("");
  const isMarking = useRef(false);
  const [lastColour, setLastColour] = useState<Colour>("yellow");
  const changes = useAnnotationChanges({
    ...{ articleSlug, version: version.number, sides, store, byId },
    ...{ say: setSaid, notify: setNotice },
  });
  const { annotationOf, attach, change } = changes;
  const copyPassage = useCopyPassage(sides);

  useEffect(() => {
    document.addEventListener(nodesSplit, sides.read);
    return () => document.removeEventListener(nodesSplit, sides.read);
  }, [sides]);

  useReadAhead(sides);

  const chosenOne = chosen
    ? placed.find(({ annotation }) => annotation.id === chosen.id)
    : undefined;
  useEffect(() => tellNoteRows(unhurried), [unhurried]);
  const wordLinks = useWordLinks(version.id, sides, unhurried);
  const layers = useSideLayers(sides, placed, wordLinks);
  useEffect(() => {
    if (passage) layers.current?.load();
  }, [passage, layers]);
  const isChoosing = drawn !== null && chosenOne !== undefined;
  usePainting(sides, {
    ...{ placed, unhurried },
    activeId: isChoosing ? null : (picking && hoveredId) || (chosen?.id ?? activeId ?? hoveredId),
    passage: isChoosing
      ? { side: chosenOne.annotation.anchor.side, range: drawn, origin: "keyboard" }
      : passage,
    wordLinks,
  });
  usePointedAnnotation(sides, placed, {
    onPick(found, at) {
      const [first] = found;
      if (found.length === 1 && first) return open(first.annotation.id);
      setChosen(null);
      setPicking({ ids: found.map(({ annotation }) => annotation.id), at, isByKey: false });
    },
    onMiss: () => setChosen(null),
    onHover: (found) => picking || setHoveredId(found?.annotation.id ?? null),
  });
  useNoteInAddress({
    isHere: (id) => placed.some(({ annotation }) => annotation.id === id),
    onHere: open,
    isOrphaned: (id) => orphaned.some(({ annotation }) => annotation.id === id),
    onOrphaned(id) {
      setActiveId(id);
      if (isWide) focusCard(id);
      else setOpenSheet("orphaned");
    },
    addressElsewhere(id) {
      const one = elsewhere.find(({ shown }) => shown.annotation.id === id);
      if (!one || one.isHereToo) return null; // each half would send the reader to the other
      return noteAddress(`/${locale}${viewPath(articleSlug, { ...view, part: one.part })}`, id);
    },
  });
  const isByKey = passage?.origin === "keyboard" || chosen?.takesFocus === true;
  useWalkOn(isByKey && !aim, () => {
    drop();
    setChosen(null);
  });
  useShortcuts((event, sentence) => {
    const situation = { sentence, passage: passage?.origin ?? null, hasChosen: chosen !== null };
    if (aim && event.key === "Enter" && passage) {
      takePassage();
      return true;
    }
    if (aim && event.key === "Escape") {
      setAim(null);
      drop();
      return true;
    }
    if (lookedUp) {
      if (event.key === "Escape") setLookedUp(null);
      return event.key === "Escape";
    }
    const act = keyAct(event, situation);
    if (aim && act?.kind !== "choose" && act?.kind !== "extend") return false;
    return act !== null && perform(act);
  });

  const actions: CardActions = {
    onEdit: edit,
    onEditEnd(id) {
      setEditingId(null);
      focusCard(id);
    },
    onSave(id, note) {
      setEditingId(null);
      changes.write(id, note);
      if (note) focusCard(id);
    },
    onColour: recolour,
    onRemove: remove,
    onRetry: (id) => store?.retry(id),
    onTags: (id, tags) => change(id, { tags }, t("tagsChanged")),
    onAudience(id, chosen) {
      keepAudience(articleSlug, chosen);
      const { audience, groupId } = chosen;
      const words = audienceWords(chosen, chosen.groupName);
      change(id, { audience, groupId }, t("audienceChanged", { audience: words }));
      focusCard(id);
    },
    remainsOf(id) {
      const anchor = byId.get(id)?.annotation.anchor;
      return anchor ? findRemains(sides.current(anchor.side).text, anchor) : null;
    },
    onAim(id, what) {
      const anchor = annotationOf(id)?.anchor;
      if (!anchor) return;
      closeSheet();
      setChosen(null);
      drop();
      setAim({ id, what, side: what === "anchor" ? anchor.side : otherLanguage(anchor.side) });
    },
    onRange(id) {
      closeSheet();
      setChosen({ id, takesFocus: true });
      const one = placed.find(({ annotation }) => annotation.id === id);
      const box = one && getBox(one.annotation.anchor.side, one.range);
      if (box && (box.top < 0 || box.bottom > window.innerHeight)) {
        window.scrollBy({ top: box.top - window.innerHeight / 3, behavior: "instant" });
      }
    },
    onReply(annotationId, replyId, note) {
      const before = byId.get(annotationId)?.replies.find(({ id }) => id === replyId)?.note;
      changes.reply(replyId ?? makeId(), annotationId, note, before ?? null);
      focusCard(annotationId);
    },
    onRemoveReply: changes.removeReply,
    onRetryReply: (id) => store?.retryReply(id),
    onResolve: resolve,
  };

  // Drafts come and go with the editor. The cards lay themselves out anew whenever they are given another list.
  const withCards = useMemo(() => {
    const drafts = draftIds();
    return placed.filter((one) => one.annotation.id === editingId || needsCard(one, drafts));
  }, [placed, editingId]);

  function hasCard(id: string): boolean {
    const shown = byId.get(id);
    return id === editingId || (shown !== undefined && needsCard(shown, draftIds()));
  }

  /** Goes to the card of an annotation, or to its bar where it has none. */
  function open(id: string) {
    const one = placed.find(({ annotation }) => annotation.id === id);
    if (!one) return;
    if (!hasCard(id)) return setChosen({ id, takesFocus: false });
    setChosen(null);
    setActiveId(id);
    if (isWide) focusCard(id);
    else setOpenSheet({ row: one.row });
  }

  /** By the pointer: the mark is there with the next frame, and what follows from it in the whole text comes after. */
  function markAtOnce(at: Passage, colour: Colour) {
    if (isMarking.current) return; // a second click while the bar is still there
    if (at.origin === "keyboard") return mark(at, colour, false);
    isMarking.current = true;
    paintMore(sides, [{ name: paintNames.highlight[colour], side: at.side, range: at.range }]);
    afterFrame(() => {
      isMarking.current = false;
      mark(at, colour, false);
    });
  }

  function mark(at: Passage, colour: Colour, withNote: boolean) {
    const id = makeId();
    const range = layers.current?.mark(id, at.side, at.range, colour) ?? at.range;
    if (!changes.make(id, { side: at.side, range }, colour)) return;
    setFilter(noFilter); // what was just marked is not left out
    setLastColour(colour);
    if (at.origin === "keyboard" && !withNote) focusSentence(at.side, range);
    drop();
    if (!withNote) return;
    setActiveId(id);
    setEditingId(id);
    const block = sides.current(at.side).blocks.get(range.start.block)?.element;
    const row = block?.closest<HTMLElement>("[data-row]")?.dataset.row ?? "";
    if (!isWide) setOpenSheet({ row });
  }

  function edit(id: string) {
    if (!annotationOf(id)) return open(id);
    setChosen(null);
    setActiveId(id);
    setEditingId(id);
    const row = placed.find(({ annotation }) => annotation.id === id)?.row;
    if (!isWide && row) setOpenSheet({ row });
  }

  function takePassage() {
    if (!aim || passage?.side !== aim.side || !attach(aim.id, aim.what, passage)) return;
    setAim(null);
    drop();
    if (hasCard(aim.id)) focusCard(aim.id);
  }

  function recolour(id: string, colour: Colour) {
    setLastColour(colour);
    changes.recolour(id, colour);
  }

  function remove(id: string) {
    if (!changes.remove(id)) return;
    setChosen(null);
    setActiveId(null);
    setEditingId(null);
  }

  function resolve(id: string, isResolved: boolean) {
    changes.resolve(id, isResolved);
    focusCard(id);
  }

  function leaveCard(id: string) {
    setActiveId(null);
    const one = placed.find(({ annotation }) => annotation.id === id);
    if (one) focusSentence(one.annotation.anchor.side, one.range);
  }

  function focusSentence(side: Language, range: TextRange) {
    const start = toDomRange(sides.current(side), range)?.startContainer.parentElement;
    start?.closest<HTMLElement>("[data-sentence]")?.focus({ preventScroll: true });
  }

  function perform(act: KeyAct): boolean {
    switch (act.kind) {
      case "choose": {
        const whole = passageOf(act.sentence);
        if (whole) choose(whole);
        return whole !== null;
      }
      case "note-sentence": {
        const whole = passageOf(act.sentence);
        if (whole) mark(whole, lastColour, true);
        return whole !== null;
      }
      case "open":
        return chooseAnnotationIn(act.sentence);
      case "focus-bar":
        if (passage) choose({ ...passage, origin: "keyboard" });
        else if (chosen) setChosen({ ...chosen, takesFocus: true });
        return true;
      case "cancel":
        return cancel();
      case "note":
        if (passage) mark(passage, lastColour, true);
        else if (chosen) edit(chosen.id);
        return true;
      case "look-up":
        if (passage) setLookedUp(lookedUpOf(sides, passage.side, passage.range));
        return true;
      case "remove":
        if (chosen) remove(chosen.id);
        return true;
      case "colour":
        if (passage) mark(passage, act.colour, false);
        else if (chosen) recolour(chosen.id, act.colour);
        return true;
      case "extend": {
        if (!passage) return chosenOne?.isOwn === true && extendChosen(chosenOne, act.direction);
        const side = sides.current(passage.side).text;
        const range = extendByWord(side, passage.range, act.direction);
        choose({ ...passage, range, origin: "keyboard" });
        return true;
      }
    }
  }

  function extendChosen({ annotation, range }: PlacedAnnotation, direction: 1 | -1): boolean {
    const { side } = annotation.anchor;
    const longer = extendByWord(sides.current(side).text, range, direction);
    return attach(annotation.id, "anchor", { side, range: longer });
  }

  function passageOf(sentence: HTMLElement): Passage | null {
    const index = sides.sideOf(sentence);
    const range = index && sentenceRange(index.text, sentence.dataset.sentence ?? "");
    return range && { side: index.language, range, origin: "keyboard" };
  }

  function chooseAnnotationIn(sentence: HTMLElement): boolean {
    const index = sides.sideOf(sentence);
    if (!index) return false;
    const found = annotationsInSentence(placed, index.text, sentence.dataset.sentence ?? "");
    const [first] = found;
    if (!first) return false;
    drop();
    if (found.length === 1) openByKey(first.annotation.id);
    else {
      const { left, bottom } = sentence.getClientRects()[0] ?? sentence.getBoundingClientRect();
      const ids = found.map(({ annotation }) => annotation.id);
      setChosen(null);
      setPicking({ ids, at: { x: left, y: bottom }, isByKey: true });
    }
    return true;
  }

  function openByKey(id: string) {
    if (annotationOf(id)) setChosen({ id, takesFocus: true });
    else open(id);
  }

  function closePicker(isByKey: boolean) {
    const first = placed.find(({ annotation }) => annotation.id === picking?.ids[0]);
    setPicking(null);
    setHoveredId(null);
    if (isByKey && first) focusSentence(first.annotation.anchor.side, first.range);
  }

  function cancel(): boolean {
    if (isByKey && passage) focusSentence(passage.side, passage.range);
    else if (isByKey && chosenOne) {
      focusSentence(chosenOne.annotation.anchor.side, chosenOne.range);
    }
    drop();
    setChosen(null);
    return true;
  }

  function openRow(row: string) {
    const here = placed.filter((one) => one.row === row).map(({ annotation }) => annotation.id);
    const first = here.find(hasCard) ?? null;
    setActiveId(first);
    // The margin has no cards for highlights without a note; the sheet has.
    if (isWide && first && here.every(hasCard)) focusCard(first);
    else setOpenSheet({ row });
  }

  function closeSheet() {
    setOpenSheet(null);
    setEditingId(null);
    setActiveId(null);
  }

  function getBox(side: Language, range: TextRange): DOMRect | null {
    return toDomRange(sides.current(side), range)?.getBoundingClientRect() ?? null;
  }

  /** Who will see what is marked next, where that is not the reader alone. */
  function audienceOfNew(): string | null {
    const kept = readAudience(articleSlug);
    return kept.audience === "me" ? null : audienceWords(kept, kept.groupName);
  }

  async function copy(side: Language, range: TextRange) {
    setNotice({ text: await copyPassage(side, range) });
  }

  function bar() {
    if (aim || lookedUp) return null;
    if (passage) {
      const words = lookedUpOf(sides, passage.side, passage.range);
      return {
        key: "passage",
        quote: quoteOf(sides.current(passage.side).text, passage.range) ?? "",
        colour: null,
        takesFocus: passage.origin === "keyboard",
        getBox: () => getBox(passage.side, passage.range),
        audience: audienceOfNew(),
        onColour: (colour: Colour) => markAtOnce(passage, colour),
        onNote: () => mark(passage, lastColour, true),
        onCopy: () => void copy(passage.side, passage.range),
        onLookUp: words && (() => setLookedUp(words)),
      };
    }
    if (!chosen || !chosenOne) return null;
    const { annotation, range } = chosenOne;
    return {
      key: annotation.id,
      quote: annotation.anchor.exact,
      colour: annotation.colour,
      takesFocus: chosen.takesFocus,
      getBox: () => getBox(annotation.anchor.side, range),
      onColour: (colour: Colour) => recolour(annotation.id, colour),
      onNote: () => edit(annotation.id),
      onCopy: () => void copy(annotation.anchor.side, range),
      onRemove: () => remove(annotation.id),
    };
  }

  function sheet() {
    if (openSheet === null) return null;
    if (openSheet === "orphaned") return { title: t("orphans"), annotations: orphaned };
    const wanted = `[data-row="${CSS.escape(openSheet.row)}"]`;
    const element = sides.current("de").section.querySelector<HTMLElement>(wanted);
    const row = element ? rowNumber(element) : 0;
    const annotations = placed.filter((one) => one.row === openSheet.row);
    return annotations.length > 0 ? { title: t("sheet", { row }), annotations } : null;
  }

  const filterPanel = (
    <MarginFilterPanel filter={filter} choices={shown.choices} onFilter={setFilter} />
  );
  const keptBoth: Notice | null =
    snapshot.keptBoth > seenKeptBoth
      ? { text: t("keptBoth"), onGone: () => setSeenKeptBoth(snapshot.keptBoth) }
      : null;
  return (
    <>
      {isWide && (
        <MarginNotes
          sides={sides}
          placed={withCards}
          filter={filterPanel}
          orphaned={orphaned}
          activeId={activeId ?? hoveredId}
          editingId={openSheet ? null : editingId}
          actions={actions}
          onActivate={setActiveId}
          onLeave={leaveCard}
        />
      )}
      <ElsewhereNotes articleSlug={articleSlug} view={view} elsewhere={elsewhere} />
      <RowCounts sides={sides} placed={unhurried} onOpen={openRow} />
      {chosenOne?.isOwn && !passage && !aim && (
        <RangeHandles
          key={chosenOne.annotation.id}
          sides={sides}
          one={chosenOne}
          onDraw={setDrawn}
          onChange={(range) => {
            const { id, anchor } = chosenOne.annotation;
            attach(id, "anchor", { side: anchor.side, range });
          }}
        />
      )}
      {picking && (
        <AnnotationPicker
          found={placed.filter(({ annotation }) => picking.ids.includes(annotation.id))}
          at={picking.at}
          onPick={(id) => {
            setPicking(null);
            setHoveredId(null);
            if (picking.isByKey) openByKey(id);
            else open(id);
          }}
          onHover={setHoveredId}
          onClose={closePicker}
        />
      )}
      {aim && (
        <AimBar
          aim={aim}
          isReady={passage?.side === aim.side}
          onTake={takePassage}
          onCancel={() => setAim(null)}
        />
      )}
      {lookedUp && (
        <Suspense fallback={null}>
          <LookUpPanel
            sides={sides}
            versionId={version.id}
            lookedUp={lookedUp}
            getBox={() => getBox(lookedUp.side, lookedUp.range)}
            onClose={() => setLookedUp(null)}
          />
        </Suspense>
      )}
      <LayerOverlays
        bar={bar()}
        sheet={sheet()}
        filter={filterPanel}
        hiddenCount={shown.hiddenCount}
        onShowAll={() => setFilter(noFilter)}
        focusedId={activeId}
        editingId={editingId}
        actions={actions}
        onSheetClose={closeSheet}
        orphanCount={isWide ? 0 : orphaned.length}
        onOrphans={() => setOpenSheet("orphaned")}
        newsCount={news.count}
        onNews={news.show}
        notice={keptBoth ?? notice}
        onNoticeGone={() => setNotice(null)}
        said={said}
        sync={snapshot.sync}
      />
    </>
  );
}

/** What others made is read in its card; what a reader marked without a word has nothing to show there. */
function needsCard(
  { annotation, replies, isOwn }: ShownAnnotation,
  drafts: ReadonlySet<string>,
): boolean {
  if (!isOwn || drafts.has(annotation.id)) return true;
  return annotation.note !== null || annotation.tags.length > 0 || replies.length > 0;
}
