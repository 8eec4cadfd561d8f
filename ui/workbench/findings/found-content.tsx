import type { Colour } from "@/core/annotation/annotation";
import { sliceInline } from "@/core/article/inline-text";
import type { Finding } from "@/core/checks/finding";
import type { Severity } from "@/core/checks/rule";
import { InlineContent } from "../inline-content";
import marked from "../notes/marked-content.module.css";
import type { NoteSpan } from "../notes/place-in-draft";
import type { SentenceView } from "../row-view";
import styles from "./found-content.module.css";
import { worstSeverity } from "./located-finding";

type FoundContentProps = {
  sentence: SentenceView;
  findings: readonly Finding[];
  /** What readers marked in its block. */
  notes: readonly NoteSpan[];
};

/** A sentence with what readers marked in it, and with what the checks found underlined, the worst where they meet. */
export function FoundContent({ sentence, findings, notes }: FoundContentProps) {
  const { inline, text, start } = sentence;
  const pieces = piecesOf(findings, notes, start, start + text.length);
  const isPlain = pieces.every(({ severity, colour }) => severity === null && colour === null);
  if (isPlain) return <InlineContent nodes={inline} />;
  return pieces.map(({ from, to, severity, colour }) => {
    const nodes = <InlineContent nodes={sliceInline(inline, from - start, to - start)} />;
    return (
      <span key={from} className={severity ? styles.found : undefined} data-severity={severity}>
        {colour ? (
          <mark className={marked.mark} data-colour={colour}>
            {nodes}
          </mark>
        ) : (
          nodes
        )}
      </span>
    );
  });
}

type Piece = {
  readonly from: number;
  readonly to: number;
  readonly severity: Severity | null;
  readonly colour: Colour | null;
};

function piecesOf(
  findings: readonly Finding[],
  notes: readonly NoteSpan[],
  start: number,
  end: number,
): readonly Piece[] {
  const inside = findings.filter(({ place }) => place.start < end && place.end > start);
  const clamp = (offset: number) => Math.min(end, Math.max(start, offset));
  const edges = new Set([
    start,
    end,
    ...inside.flatMap(({ place }) => [clamp(place.start), clamp(place.end)]),
    ...notes.flatMap((note) => [clamp(note.start), clamp(note.end)]),
  ]);
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? end;
    const over = inside.filter(({ place }) => place.start < to && place.end > from);
    const note = notes.find((each) => each.start < to && each.end > from);
    return { from, to, severity: worstSeverity(over), colour: note?.colour ?? null };
  });
}
