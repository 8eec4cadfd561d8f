import { useTranslations } from "next-intl";
import type { Annotation, Colour } from "@/core/annotation/annotation";
import { describeAnchor } from "@/core/annotation/describe-anchor";
import type { TextRange } from "@/core/annotation/side-text";
import type { Language } from "@/core/article/language";
import type { Aim } from "./aim-bar";
import { readAudience } from "./audience-memory";
import { dropDraft } from "./draft";
import type { Notice } from "./layer-overlays";
import type { ReadingSides } from "./reading-sides";
import type { AnnotationStore } from "./store/annotation-store";
import type { ShownAnnotation } from "./store/apply-changes";

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

/** What the reader does to annotations, said as it is done, with the way back where something is taken away. */
export function useAnnotationChanges(options: Options) {
  const { articleSlug, version, sides, store, byId, say, notify } = options;
  const t = useTranslations("Annotations");

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
    say(t("marked", { colour: t(`colours.${colour}`) }));
    return true;
  }

  function change(id: string, part: Partial<Omit<Annotation, "id" | "articleSlug">>) {
    const annotation = annotationOf(id);
    if (annotation) store?.put({ ...annotation, ...part });
  }

  /** Puts an annotation, or its twin, at a passage; the thread stays. */
  function attach(id: string, what: Aim["what"], { side, range }: At): boolean {
    const described = describeAnchor(sides.current(side).text, range, version);
    if (described.ok) change(id, { [what]: described.anchor });
    else notify({ text: t("tooLong") });
    return described.ok;
  }

  function recolour(id: string, colour: Colour) {
    change(id, { colour });
    say(t("recolour", { colour: t(`colours.${colour}`) }));
  }

  function remove(id: string): boolean {
    const annotation = annotationOf(id);
    if (!annotation) return false;
    store?.remove(id);
    notify({
      text: t("removed", { hasNote: annotation.note === null ? "no" : "yes" }),
      onUndo() {
        store?.restore(id);
        notify(null);
        say(t("restored"));
      },
      onGone: () => dropDraft(id),
    });
    return true;
  }

  function removeReply(id: string) {
    store?.removeReply(id);
    notify({
      text: t("replyRemoved"),
      onUndo() {
        store?.restoreReply(id);
        notify(null);
        say(t("restored"));
      },
    });
  }

  function resolve(id: string, isResolved: boolean) {
    store?.resolve(id, isResolved);
    notify({
      text: isResolved ? t("resolved") : t("reopened"),
      onUndo() {
        store?.resolve(id, !isResolved);
        notify(null);
      },
    });
  }

  return { annotationOf, make, change, attach, recolour, remove, removeReply, resolve };
}
