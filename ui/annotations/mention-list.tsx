import type { Editor } from "@tiptap/core";
import { useTranslations } from "next-intl";
import { useEffect, useId, useLayoutEffect, useRef } from "react";
import styles from "./mention-list.module.css";
import type { Mentioning } from "./use-mentions";

type MentionListProps = { editor: Editor; mentioning: Mentioning | null };

/** Who can be named: a list under the @. The focus stays in the note, which says whom Enter would take. */
export function MentionList({ editor, mentioning }: MentionListProps) {
  const t = useTranslations("NoteEditor");
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const isShown = mentioning !== null && mentioning.people.length > 0;
  const index = mentioning?.index ?? 0;

  useLayoutEffect(() => {
    const element = list.current;
    if (!element || !isShown || !mentioning.at) return;
    const { left, top, bottom } = mentioning.at;
    element.showPopover(); // above the sheet, and free of the card's own coordinates
    const { width, height } = element.getBoundingClientRect();
    const right = document.documentElement.clientWidth - width - edgePx;
    const isRoomBelow = bottom + gapPx + height < window.innerHeight;
    element.style.setProperty("left", `${Math.max(edgePx, Math.min(left, right))}px`);
    element.style.setProperty("top", `${isRoomBelow ? bottom + gapPx : top - gapPx - height}px`);
    return () => element.hidePopover();
  }, [isShown, mentioning]);

  useEffect(() => {
    const writing = editor.view.dom;
    if (!isShown) return;
    writing.setAttribute("aria-controls", listId);
    writing.setAttribute("aria-activedescendant", `${listId}-${index}`);
    return () => {
      writing.removeAttribute("aria-controls");
      writing.removeAttribute("aria-activedescendant");
    };
  }, [editor, isShown, index, listId]);

  return (
    <>
      <div
        ref={list}
        id={listId}
        popover="manual"
        role="listbox"
        aria-label={t("people")}
        className={styles.list}
      >
        {mentioning?.people.map((person, at) => (
          <div
            key={person.id}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={at === index}
            tabIndex={-1}
            className={styles.person}
            onPointerDown={(event) => {
              event.preventDefault(); // the focus stays where the name is to stand
              mentioning.take(person);
            }}
          >
            {person.label}
          </div>
        ))}
      </div>
      <p role="status" className="visually-hidden">
        {isShown && t("peopleFound", { count: mentioning.people.length })}
      </p>
    </>
  );
}

const gapPx = 6;
const edgePx = 8;
