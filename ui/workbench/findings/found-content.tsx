import { sliceInline } from "@/core/article/inline-text";
import type { Finding } from "@/core/checks/finding";
import type { Severity } from "@/core/checks/rule";
import { InlineContent } from "../inline-content";
import type { SentenceView } from "../row-view";
import styles from "./found-content.module.css";
import { worstSeverity } from "./located-finding";

type FoundContentProps = { sentence: SentenceView; findings: readonly Finding[] };

/** A sentence with what the checks found in it underlined, the worst where they meet. */
export function FoundContent({ sentence, findings }: FoundContentProps) {
  const { inline, text, start } = sentence;
  const pieces = piecesOf(findings, start, start + text.length);
  if (pieces.length === 1 && pieces[0]?.severity === null) return <InlineContent nodes={inline} />;
  return pieces.map(({ from, to, severity }) => {
    const nodes = <InlineContent nodes={sliceInline(inline, from - start, to - start)} />;
    return (
      <span key={from} className={severity ? styles.found : undefined} data-severity={severity}>
        {nodes}
      </span>
    );
  });
}

type Piece = { readonly from: number; readonly to: number; readonly severity: Severity | null };

function piecesOf(findings: readonly Finding[], start: number, end: number): readonly Piece[] {
  const inside = findings.filter(({ place }) => place.start < end && place.end > start);
  const clamp = (offset: number) => Math.min(end, Math.max(start, offset));
  const edges = new Set([
    start,
    end,
    ...inside.flatMap(({ place }) => [clamp(place.start), clamp(place.end)]),
  ]);
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? end;
    const over = inside.filter(({ place }) => place.start < to && place.end > from);
    return { from, to, severity: worstSeverity(over) };
  });
}
