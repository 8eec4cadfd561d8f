import { useTranslations } from "next-intl";
import { type FocusEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import styles from "./margin-notes.module.css";
import { type CardActions, NoteCard } from "./note-card";
import type { PlacedAnnotation } from "./place-annotations";
import type { ReadingSides } from "./reading-sides";
import { stackCards } from "./stack-cards";
import type { ShownAnnotation } from "./store/apply-changes";
import { toDomRange } from "./text-index";

type MarginNotesProps = {
  sides: ReadingSides;
  /** Those that have a note, a draft or an open editor. */
  placed: readonly PlacedAnnotation[];
  filter: ReactNode;
  orphaned: readonly ShownAnnotation[];
  activeId: string | null;
  editingId: string | null;
  actions: CardActions;
  onActivate: (id: string | null) => void;
  onLeave: (id: string) => void;
};

/** Cards beside their passages. They float over the page's margin and never push the text. */
export function MarginNotes({
  sides,
  placed,
  filter,
  orphaned,
  activeId,
  editingId,
  actions,
  onActivate,
  onLeave,
}: MarginNotesProps) {
  const t = useTranslations("Annotations");
  const margin = useRef<HTMLElement>(null);
  useStacking(margin, sides, placed, activeId);

  function handleFocus(event: FocusEvent) {
    onActivate(cardIdOf(event.target));
  }

  function handleBlur(event: FocusEvent) {
    if (!margin.current?.contains(event.relatedTarget)) onActivate(null);
  }

  return (
    <aside
      ref={margin}
      aria-label={t("margin")}
      className={styles.margin}
      onFocus={handleFocus}
      onBlur={handleBlur}
      onPointerOver={(event) => onActivate(cardIdOf(event.target) ?? activeId)}
      onKeyDown={(event) => {
        const id = cardIdOf(event.target);
        if (event.key === "Escape" && id && !event.defaultPrevented) onLeave(id);
      }}
    >
      <div className={styles.filter}>{filter}</div>
      {orphaned.length > 0 && <h2 className={styles.orphans}>{t("orphans")}</h2>}
      {orphaned.map((shown) => (
        <NoteCard
          key={shown.annotation.id}
          shown={shown}
          kind="orphaned"
          isEditing={editingId === shown.annotation.id}
          actions={actions}
        />
      ))}
      {placed.map((one) => (
        <NoteCard
          key={one.annotation.id}
          shown={one}
          kind={one.kind}
          isEditing={editingId === one.annotation.id}
          isActive={activeId === one.annotation.id}
          actions={actions}
        />
      ))}
    </aside>
  );
}

function cardIdOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>("[data-annotation]")?.dataset.annotation ?? null;
}

/** Sets the place of every card after each render, and again when the text or a card changes its size. */
function useStacking(
  margin: React.RefObject<HTMLElement | null>,
  sides: ReadingSides,
  placed: readonly PlacedAnnotation[],
  activeId: string | null,
) {
  useLayoutEffect(() => {
    const aside = margin.current;
    if (!aside || placed.length === 0) return; // without cards nothing is asked of the layout

    function stack() {
      if (!aside) return;
      const origin = aside.getBoundingClientRect();
      const elements = new Map(
        [...aside.querySelectorAll<HTMLElement>("[data-annotation]")].map((element) => [
          element.dataset.annotation ?? "",
          element,
        ]),
      );
      let orphansEnd = 0;
      for (const element of elements.values()) {
        if (element.dataset.kind !== "orphaned") continue;
        orphansEnd = Math.max(orphansEnd, element.offsetTop + element.offsetHeight + 24);
      }
      const cards = placed.flatMap(({ annotation, range }) => {
        const element = elements.get(annotation.id);
        const passage = toDomRange(sides.current(annotation.anchor.side), range);
        if (!element || !passage) return [];
        // None is moved up over those without a place: where these end is where the margin begins.
        const top = passage.getBoundingClientRect().top - origin.top - 4 - orphansEnd;
        return [{ id: annotation.id, top: Math.max(top, 0), height: element.offsetHeight }];
      });
      const tops = stackCards(cards, activeId, origin.height - orphansEnd);
      for (const [id, top] of tops) {
        elements.get(id)?.style.setProperty("--top", `${orphansEnd + top}px`);
      }
    }

    stack();
    const observer = new ResizeObserver(stack);
    observer.observe(aside);
    for (const section of sides.sections()) observer.observe(section);
    for (const card of aside.children) observer.observe(card);
    return () => observer.disconnect();
  }, [margin, sides, placed, activeId]);
}
