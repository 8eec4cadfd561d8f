import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { otherLanguage } from "@/core/article/language";
import type { RankedEntry } from "@/core/dictionary/rank-by-counterpart";
import { askDictionary, linkedWords } from "./ask-dictionary";
import styles from "./look-up-panel.module.css";
import type { LookedUp } from "./looked-up";
import type { ReadingSides } from "./reading-sides";
import { keepSelection } from "./selection-bar";
import { useBesidePassage } from "./use-beside-passage";

type LookUpPanelProps = {
  sides: ReadingSides;
  versionId: string;
  lookedUp: LookedUp;
  /** Where the words are in the viewport; `null` when they are gone. */
  getBox: () => DOMRect | null;
  onClose: () => void;
};

type Answer = readonly RankedEntry[] | "waiting" | "failed";

/** What the dictionary says of some words, and what stands for them in this text. */
export function LookUpPanel({ sides, versionId, lookedUp, getBox, onClose }: LookUpPanelProps) {
  const t = useTranslations("LookUp");
  const panel = useRef<HTMLDivElement>(null);
  const [answer, setAnswer] = useState<Answer>("waiting");
  const [linked, setLinked] = useState<readonly string[]>([]);
  const { side, words } = lookedUp;
  const other = otherLanguage(side);
  useBesidePassage(panel, getBox);

  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    panel.current?.focus({ preventScroll: true });
    askDictionary(sides, lookedUp, signal).then(setAnswer, () => {
      if (!signal.aborted) setAnswer("failed");
    });
    // Without them the entries are as right: nothing is said.
    linkedWords(sides, lookedUp, versionId, signal).then(setLinked, () => undefined);
    return () => leaving.abort();
  }, [sides, lookedUp, versionId]);

  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const away = ({ target }: Event) => {
      if (!(target instanceof Node && panel.current?.contains(target))) close.current();
    };
    document.addEventListener("pointerdown", away, { capture: true });
    return () => document.removeEventListener("pointerdown", away, { capture: true });
  }, []);

  // What comes changes the panel's height, and so its place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: any of them may
  useEffect(() => {
    window.dispatchEvent(new Event("resize"));
  }, [answer, linked]);

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onClose();
  }

  return createPortal(
    <div
      ref={panel}
      role="dialog"
      aria-label={t("label", { words })}
      tabIndex={-1}
      className={styles.panel}
      onKeyDown={handleKeyDown}
      onPointerDown={keepSelection}
    >
      <header className={styles.head}>
        <h2 lang={side}>{words}</h2>
        <button type="button" className={styles.close} aria-label={t("close")} onClick={onClose}>
          <X aria-hidden size={18} strokeWidth={1.75} />
        </button>
      </header>
      {linked.length > 0 && (
        <p className={styles.here}>
          {t("inThisText")} <q lang={other}>{linked.join(" … ")}</q>
        </p>
      )}
      <div role="status">
        {answer === "waiting" && <p className={styles.word}>{t("waiting")}</p>}
        {answer === "failed" && <p className={styles.word}>{t("failed")}</p>}
        {answer.length === 0 && <p className={styles.word}>{t("unknown")}</p>}
      </div>
      {typeof answer !== "string" && answer.length > 0 && (
        <>
          <dl className={styles.entries}>
            {answer.map(({ headword, equivalents }) => (
              <div key={headword}>
                <dt lang={side}>{headword}</dt>
                {equivalents.map(({ text, isHere }) => (
                  <dd key={text} lang={other} data-here={isHere || undefined}>
                    {text}
                    {isHere && <span className="visually-hidden"> ({t("meantHere")})</span>}
                  </dd>
                ))}
              </div>
            ))}
          </dl>
          <p className={styles.source}>{t("source")}</p>
        </>
      )}
    </div>,
    document.body,
  );
}
