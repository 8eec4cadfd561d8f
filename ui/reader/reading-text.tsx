"use client";

import {
  type CSSProperties,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import type { Language } from "@/core/article/language";
import type { View } from "@/core/article/layout";
import { holdKeys } from "../controls/held-keys";
import { lightSentences } from "./light-sentences";
import styles from "./reading-page.module.css";
import { RevealCounterpart } from "./reveal-counterpart";
import { sideKey } from "./side-html";
import { SideText } from "./side-text";
import { hyphenateOutOfSight, nodesSplit } from "./soft-hyphens";

// Reading waits for nothing: marking and notes come after the text, in a bundle of their own.
const AnnotationLayer = lazy(async () => ({
  default: (await import("@/ui/annotations/annotation-layer")).AnnotationLayer,
}));

type ReadingTextProps = {
  articleSlug: string;
  version: { readonly id: string; readonly number: number };
  view: View;
  partCount: number;
  rowCount: number;
};

/** Both sides with level rows, and what the reader does with them once they stand in the document. */
export function ReadingText({ articleSlug, version, view, partCount, rowCount }: ReadingTextProps) {
  const { part } = view;
  const container = useRef<HTMLDivElement>(null);
  const [shownSides, setShownSides] = useState<readonly Language[]>([]);
  const isShown = shownSides.length === 2;
  const [isLate] = useState(
    () =>
      typeof document !== "undefined" &&
      document.getElementById(sideKey({ versionId: version.id, language: "de", part })) === null,
  );

  const handleShown = useCallback((language: Language) => {
    setShownSides((sides) => (sides.includes(language) ? sides : [...sides, language]));
  }, []);

  useEffect(() => {
    if (!isShown || !container.current) return;
    return lightSentences(container.current);
  }, [isShown]);

  // Marking listens later than reading: what is pressed meanwhile is pressed once more then.
  useEffect(() => (isShown ? holdKeys() : undefined), [isShown]);

  useEffect(() => {
    // What was pressed in the text before it listened is pressed now: app/early.js.
    if (isShown) window.dispatchEvent(new Event("reading"));
  }, [isShown]);

  useEffect(() => {
    const text = container.current;
    if (!isShown || !text) return;
    return hyphenateOutOfSight(text, () =>
      text.dispatchEvent(new Event(nodesSplit, { bubbles: true })),
    );
  }, [isShown]);

  useEffect(() => {
    // The browser went to the address's row before the text was there to go to.
    if (isShown && isLate) document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
  }, [isShown, isLate]);

  const rows: CSSProperties & { "--rows": number } = { "--rows": rowCount };
  return (
    <div ref={container} className={`${styles.text} ${styles.arriving}`} style={rows}>
      <SideText
        versionId={version.id}
        part={part}
        language="de"
        className={styles.side}
        onShown={handleShown}
      />
      <SideText
        versionId={version.id}
        part={part}
        language="en"
        className={styles.side}
        onShown={handleShown}
      />
      <i className={styles.whole} hidden />
      {isShown && <RevealCounterpart container={container} />}
      {isShown && (
        <Suspense fallback={null}>
          <AnnotationLayer
            articleSlug={articleSlug}
            version={version}
            view={view}
            partCount={partCount}
          />
        </Suspense>
      )}
    </div>
  );
}
