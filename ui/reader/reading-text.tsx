"use client";

import { type CSSProperties, useCallback, useEffect, useRef, useState } from "react";
import type { Language } from "@/core/article/language";
import { AnnotationLayer } from "@/ui/annotations/annotation-layer";
import { lightSentences } from "./light-sentences";
import styles from "./reading-page.module.css";
import { RevealCounterpart } from "./reveal-counterpart";
import { SideText } from "./side-text";

type ReadingTextProps = {
  articleSlug: string;
  version: { readonly id: string; readonly number: number };
  part: number;
  rowCount: number;
};

/** Both sides with level rows, and what the reader does with them once they stand in the document. */
export function ReadingText({ articleSlug, version, part, rowCount }: ReadingTextProps) {
  const container = useRef<HTMLDivElement>(null);
  const [shownSides, setShownSides] = useState<readonly Language[]>([]);
  const isShown = shownSides.length === 2;

  const handleShown = useCallback((language: Language) => {
    setShownSides((sides) => (sides.includes(language) ? sides : [...sides, language]));
  }, []);

  useEffect(() => {
    if (!isShown || !container.current) return;
    return lightSentences(container.current);
  }, [isShown]);

  const rows: CSSProperties & { "--rows": number } = { "--rows": rowCount };
  return (
    <div ref={container} className={styles.text} style={rows}>
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
      {isShown && <RevealCounterpart container={container} />}
      {isShown && <AnnotationLayer articleSlug={articleSlug} version={version.number} />}
    </div>
  );
}
