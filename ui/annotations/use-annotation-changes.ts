import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { Annotation, Colour } from "@/core/annotation/annotation";
import { describeAnchor } from "@/core/annotation/describe-anchor";
import type { NoteDocument } from "@/core/annotation/note-document";
import type { TextRange } from "@/core/annotation/side-text";
import type { Language } from "@/core/article/language";
import type { Aim } from "./aim-bar";
import { readAudience } from "./audience-memory";
import { dropDraft, keepDraft } from "./draft";
import type { Notice } from "./layer-overlays";
import type { ReadingSides } from "./reading-sides";
import type { AnnotationStore } from "./store/annotation-store";
import type { ShownAnnotation } from "./store/apply-changes";
import { useUndo } from "./use-undo";

type Options = {
  readonly articleSlug: string;
  /** Anchors are described in it. */
  readonly version: number;
  readonly sides: ReadingSides;
  readonly store: AnnotationStore | null;
  readonly byId: ReadonlyMap<string, ShownAnnotation>;
  /** To those who do not see what was painted. */
  readonly say: (text: string) => void;
  readonly notify: (notice: Notice | null) => void;
};

type At = { readonly side: Language; readonly range: TextRange };

type Part = Partial<Omit<Annotation, "id" | "articleSlug">>;

/** What the reader does to annotations, said as it is done, with the way back: beside the words, and by Ctrl+Z. */
export function useAnnotationChanges(options: Options) {
  const { articleSlug, version, sides, store, byId, say, notify } = options;
  const t = useTranslations("Annotations");
  const latest = useRef(options);
  latest.current = options;
  const ways = useUndo();

  /** Says what was done with the way back, or only keeps that. */
  function offer(text: string | null, undo: () => void) {
    const way = ways.keep(() => {
      undo();
      notify(null);
      say(t("undone"));
    });
    if (text) notify({ text, onUndo: way });
  }

  /** One of the reader's own: what others made is not theirs to change. */
  function annotationOf(id: string): Annotation | undefined {
    const shown = byId.get(id);
    return shown?.isOwn ? shown.annotation : undefined;
  }

  /** Makes a highlight for whom the reader made the last one; false where the passage is too long. */
  function make(id: string, { side, range }: At, colour: Colour): boolean {
    const described = describeAnchor(sides.current(side).text, range, version);
    if (!described.ok) {
      notify({ text: t("tooLong") });
      return false;
    }
    const { anchor } = described;
    const { audience, groupId } = readAudience(articleSlug);
    const empty = { note: null, tags: [], twin: null };
    store?.put({ id, articleSlug, anchor, colour, audience, groupId, ...empty });
    offer(null, () => latest.current.store?.remove(id));
    say(t("marked", { colour: t(`colours.${colour}`) }));
    return true;
  }

  /** Changes some of it; what is said of that, if anything is. */
  function change(id: string, part: Part, text: string | null = null, onUndo?: () => void) {
    const before = annotationOf(id);
    if (!before) return;
    store?.put({ ...before, ...part });
    const kept = Object.fromEntries(
      Object.entries(before).filter(([name]) => name in part),
    ) satisfies Part;
    offer(text, () => {
      onUndo?.();
      const now = latest.current.byId.get(id)?.annotation;
      if (now) latest.current.store?.put({ ...now, ...kept });
    });
  }

  /** Puts an annotation, or its twin, at a passage; the thread stays. */
  function attach(id: string, what: Aim["what"], { side, range }: At): boolean {
    const described = describeAnchor(sides.current(side).text, range, version);
    const text = t(what === "anchor" ? "placeChanged" : "twinChanged");
    if (described.ok) change(id, { [what]: described.anchor }, text);
    else notify({ text: t("tooLong") });
    return described.ok;
  }

  function recolour(id: string, colour: Colour) {
    if (annotationOf(id)?.colour === colour) return;
    change(id, { colour }, t("recolour", { colour: t(`colours.${colour}`) }));
  }

  /** Of a first note that is taken back the words stay, as a draft. */
  function write(id: string, note: NoteDocument | null) {
    const before = annotationOf(id)?.note ?? null;
    const text = before && t(note ? "noteChanged" : "noteRemoved");
    change(id, { note }, text, () => before === null && note && keepDraft(id, note));
  }

  /** Answers, or changes an answer. */
  function reply(
    id: string,
    annotationId: string,
    note: NoteDocument,
    before: NoteDocument | null,
  ) {
    store?.putReply({ id, annotationId, note });
    offer(before && t("replyChanged"), () => {
      if (before) latest.current.store?.putReply({ id, annotationId, note: before });
      else latest.current.store?.removeReply(id);
    });
  }

  function remove(id: string): boolean {
    const annotation = annotationOf(id);
    if (!annotation) return false;
    store?.remove(id);
    const way = ways.keep(() => {
      latest.current.store?.restore(id);
      notify(null);
      say(t("restored"));
    });
    notify({
      text: t("removed", { hasNote: annotation.note === null ? "no" : "yes" }),
      onUndo: way,
      onGone: () => dropDraft(id),
    });
    return true;
  }

  function removeReply(id: string) {
    store?.removeReply(id);
    offer(t("replyRemoved"), () => latest.current.store?.restoreReply(id));
  }

  function resolve(id: string, isResolved: boolean) {
    store?.resolve(id, isResolved);
    offer(isResolved ? t("resolved") : t("reopened"), () => {
      latest.current.store?.resolve(id, !isResolved);
    });
  }

  return {
    ...{ annotationOf, make, change, attach, recolour, write, reply },
    ...{ remove, removeReply, resolve },
  };
}
