import { useEffect, useState, useSyncExternalStore } from "react";
import { findSentence, rowOf, sideOf } from "@/core/article/article-index";
import type { ContentNode } from "@/core/article/content";
import type { FrontMatter } from "@/core/article/front-matter";
import { type Language, otherLanguage } from "@/core/article/language";
import type { Operation, RefusalReason } from "@/core/article/operations/operation";
import { mayDo } from "@/core/audience/work-policy";
import { isWriting } from "@/ui/controls/is-writing";
import { counterpart, neighbour, nextOpen, standing } from "./cursor";
import type { HeadPlace } from "./head-place";
import { operationFor, pinOf } from "./operation-for";
import { DraftStore } from "./store/draft-store";
import type { Opened } from "./store/server";
import { actOfKey, reviewActs, type WorkAct } from "./work-acts";

/** What stands open beside the rows. */
export type Mode =
  | { readonly kind: "rows" | "find" | "keys" | "save" | "statistics" }
  | { readonly kind: "edit"; readonly blockId: string }
  | { readonly kind: "cut" | "insert" }
  | { readonly kind: "head"; readonly place: HeadPlace | null }
  | { readonly kind: "conflict"; readonly version: number };

export type Said =
  | { readonly kind: "refused"; readonly reason: RefusalReason | "elsewhere" | "nothing" }
  | { readonly kind: "saved"; readonly version: number }
  | { readonly kind: "allVerified" | "realigned" | "noFinding" | "checking" | "notKept" };

const rowsMode: Mode = { kind: "rows" };
/** Always the same, so that no row is drawn anew for it. */
const noneMarked: ReadonlySet<string> = new Set();

/** The state of a workbench and everything that can be done in it. */
export function useWork(slug: string, viewerId: string, opened: Opened) {
  const [store] = useState(() => new DraftStore(slug, viewerId, opened));
  const draft = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot);
  const { article, rights } = draft;
  const [wanted, setWanted] = useState(() => standing(article, null, 0));
  const [lastRow, setLastRow] = useState(0);
  const [marked, setMarked] = useState(noneMarked);
  /** Where a selection of rows began; it ends at the cursor. */
  const [anchor, setAnchor] = useState<string | null>(null);
  const [mode, setMode] = useState<Mode>(rowsMode);
  const [said, setSaid] = useState<Said | null>(null);
  const [holdsFocus, setHoldsFocus] = useState(true);

  const cursor = standing(article, wanted, lastRow);
  const cursorRow = cursor === null ? -1 : (rowOf(article, cursor)?.index ?? -1);
  const anchorRow = anchor === null ? -1 : (rowOf(article, anchor)?.index ?? -1);
  const [first, last] =
    anchorRow < 0
      ? [cursorRow, cursorRow]
      : [Math.min(anchorRow, cursorRow), Math.max(anchorRow, cursorRow)];

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (store.hasUnsent) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [store]);

  function go(sentence: string | null) {
    if (sentence === null) return;
    setWanted(sentence);
    setLastRow(rowOf(article, sentence)?.index ?? 0);
    setHoldsFocus(true);
  }

  function walk(sentence: string, isExtending: boolean) {
    if (!isExtending) setAnchor(null);
    else if (anchor === null && cursor !== null) setAnchor(cursor);
    go(sentence);
  }

  function may(act: WorkAct): boolean {
    return rights.mayEdit || (rights.mayReview && reviewActs.includes(act));
  }

  function perform(operation: Operation): boolean {
    if (!mayDo(rights, operation.kind)) return false;
    setLastRow(Math.max(0, cursorRow));
    const result = store.act(operation);
    setSaid(result.ok ? null : { kind: "refused", reason: result.reason });
    if (result.ok) setMarked(noneMarked);
    return result.ok;
  }

  async function realign(rows: readonly string[] | null, pinned: ReturnType<typeof pinOf>) {
    const result = await store.realign({ rows, pinned });
    if (!result) return;
    setSaid(result.ok ? { kind: "realigned" } : { kind: "refused", reason: result.reason });
    if (result.ok) setMarked(noneMarked);
  }

  function afterVerifying() {
    setAnchor(null);
    const { article: verified } = store.getSnapshot();
    const next = cursor && nextOpen(verified, article.rows[last] ? lastSentenceOf(last) : cursor);
    if (next) go(next);
    else setSaid({ kind: "allVerified" });
  }

  function lastSentenceOf(rowIndex: number): string {
    const row = article.rows[rowIndex];
    const block = row?.de[0] ?? row?.en[0] ?? "";
    const side = article.sides[sideOf(block)].blocks.find(({ id }) => id === block);
    return side?.sentences[0]?.id ?? cursor ?? "";
  }

  /** Free acts first; then what is an operation on the article. */
  function act(name: WorkAct) {
    if (!may(name)) return;
    setSaid(null);
    switch (name) {
      case "undo":
        return void store.undo();
      case "redo":
        return void store.redo();
      case "keys":
      case "find":
      case "save":
        if (name === "save" && !draft.isChanged)
          return setSaid({ kind: "refused", reason: "already-so" });
        return setMode({ kind: name });
      case "head":
        return setMode({ kind: name, place: null });
      case "cancel":
        setMarked(noneMarked);
        setAnchor(null);
        return setMode(rowsMode);
      default:
        if (cursor !== null) actOn(name, cursor);
    }
  }

  function actOn(name: WorkAct, sentence: string) {
    switch (name) {
      case "next":
      case "extendDown":
        return walk(neighbour(article, sentence, 1), name === "extendDown");
      case "previous":
      case "extendUp":
        return walk(neighbour(article, sentence, -1), name === "extendUp");
      case "cross":
        return walk(counterpart(article, sentence), false);
      case "nextOpen": {
        const next = nextOpen(article, sentence);
        return next ? walk(next, false) : setSaid({ kind: "allVerified" });
      }
      case "mark":
        return mark(sentence);
      case "edit": {
        const blockId = findSentence(article, sentence)?.block.id;
        return blockId ? setMode({ kind: "edit", blockId }) : undefined;
      }
      case "cut":
      case "insert":
        return setMode({ kind: name });
      case "realignAll":
        return void realign(null, null);
      case "realignHere":
        return void realign(
          selectedRows().map(({ id }) => id),
          null,
        );
      case "pin": {
        const pinned = pinOf({ sentence, marked: [...marked], rows: selectedRows() });
        return pinned
          ? void realign(null, pinned)
          : setSaid({ kind: "refused", reason: "one-side" });
      }
      default: {
        const place = { sentence, marked: [...marked], rows: selectedRows() };
        const operation = operationFor(name, article, place);
        if (!operation) return setSaid({ kind: "refused", reason: "nothing" });
        if (perform(operation) && name === "verify") afterVerifying();
      }
    }
  }

  function selectedRows() {
    return article.rows.slice(Math.max(0, first), last + 1);
  }

  function mark(sentence: string) {
    const next = new Set(marked);
    if (!next.delete(sentence)) next.add(sentence);
    setMarked(next);
  }

  /** What a key asks for; it belongs to the workbench then, and to nothing else. */
  function actFor(event: KeyboardEvent): WorkAct | null {
    if (isWriting(event.target) || mode.kind === "edit") return null;
    const isControl =
      event.target instanceof HTMLElement && event.target.dataset.sentence === undefined;
    // Enter and the arrows belong to the button or link that has the focus, unless that is a sentence.
    const isOwn = isControl && event.target !== document.body && ["Enter", " "].includes(event.key);
    const name = isOwn ? null : actOfKey(event);
    if (name) event.preventDefault();
    return name;
  }

  function closeMode() {
    setMode(rowsMode);
    setHoldsFocus(true);
  }

  return {
    store,
    draft,
    cursor,
    cursorRow,
    marked,
    first,
    last,
    hasSelection: anchor !== null,
    mode,
    said,
    holdsFocus,
    may,
    act,
    actFor,
    say: setSaid,
    closeMode,
    setMode,
    go,
    /** A click on a sentence; with Ctrl, Shift or the command key it is marked. */
    point(sentence: string, isMarking: boolean) {
      if (isMarking) mark(sentence);
      setAnchor(null);
      go(sentence);
    },
    /** A click on a row's number: the rows from the cursor's to this one. */
    selectTo(rowId: string) {
      const row = article.rows.find(({ id }) => id === rowId);
      const block = row?.de[0] ?? row?.en[0];
      const sentence =
        block &&
        article.sides[sideOf(block)].blocks.find(({ id }) => id === block)?.sentences[0]?.id;
      if (!sentence) return;
      setAnchor(anchor ?? cursor ?? sentence);
      go(sentence);
    },
    perform,
    edit(blockId: string, nodes: readonly ContentNode[]) {
      closeMode();
      perform({ kind: "edit-text", edits: [{ block: blockId, nodes: [...nodes] }] });
    },
    /** Each side whose head or foot was changed, as an operation of its own. */
    editHead(changed: readonly { side: Language; frontMatter: FrontMatter }[]) {
      closeMode();
      for (const { side, frontMatter } of changed) {
        perform({ kind: "edit-front-matter", side, frontMatter });
      }
    },
    cut(offset: number) {
      closeMode();
      if (cursor) perform({ kind: "split-sentence", sentence: cursor, offset });
    },
    /** On the cursor's side after its sentence, or, where the other side of the row has nothing, there as its translation. */
    insertTarget() {
      const row = article.rows[cursorRow];
      if (!cursor || !row) return null;
      const side = sideOf(cursor);
      const other = otherLanguage(side);
      return row[other].length === 0
        ? {
            side: other,
            place: { kind: "row" as const, row: row.id, side: other },
            partner: cursor,
          }
        : { side, place: { kind: "after" as const, sentence: cursor }, partner: null };
    },
    insert(text: string) {
      const target = this.insertTarget();
      closeMode();
      if (target)
        perform({ kind: "insert-sentence", text, place: target.place, partner: target.partner });
    },
    async save(message: string) {
      const result = await store.save(message);
      if (result.ok) {
        closeMode();
        setSaid({ kind: "saved", version: result.version });
      } else if (result.reason === "conflict")
        setMode({ kind: "conflict", version: result.version });
      else closeMode();
    },
  };
}

export type Work = ReturnType<typeof useWork>;
