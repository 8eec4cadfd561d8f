import { CircleAlert, CircleCheck, CircleDashed, LockKeyhole } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { memo, type ReactNode, useEffect, useRef } from "react";
import type { Bead } from "@/core/article/article";
import { type CheckState, checkStateOf, worstState } from "@/core/article/confidence";
import { type Language, languages } from "@/core/article/language";
import type { Finding } from "@/core/checks/finding";
import { FoundContent } from "./findings/found-content";
import { worstSeverity } from "./findings/located-finding";
import type { NoteSpan } from "./notes/place-in-draft";
import type { PanelTab } from "./panel/work-panel";
import type { BlockView, RowView, SentenceView } from "./row-view";
import styles from "./work-row.module.css";

type WorkRowProps = {
  view: RowView;
  /** From 1. */
  number: number;
  /** The sentence that keys act on, if it stands in this row. */
  cursor: string | null;
  marked: ReadonlySet<string>;
  isSelected: boolean;
  /** Whether the keyboard's focus belongs on the cursor. */
  holdsFocus: boolean;
  notes: number;
  /** What readers marked, by block. */
  noteSpans: ReadonlyMap<string, readonly NoteSpan[]>;
  /** What the checks found in it. */
  findings: readonly Finding[];
  comments: number;
  onPanel: (tab: PanelTab, rowId: string) => void;
  onCursor: (sentence: string, isMarking: boolean) => void;
  onSelect: (rowId: string) => void;
  /** What takes the place of a block that is being edited. */
  editor: { readonly blockId: string; readonly element: ReactNode } | null;
  /** What can be done in the row, below it. */
  children?: ReactNode;
};

const icons = {
  verified: CircleCheck,
  open: CircleDashed,
  "needs-review": CircleAlert,
  "text-changed": CircleAlert,
} as const;

/**
 * One row with both sides, sentence by sentence, and between them how sure their links are. Drawn anew only when something
 * of it changed: a key changes one row of the dozen in sight, and its frame is waited for.
 */
export const WorkRow = memo(function WorkRow(props: WorkRowProps) {
  const { view, number, cursor, isSelected, notes, findings, comments } = props;
  const { onSelect, onPanel, children } = props;
  const t = useTranslations("Workbench");
  const state = worstState(view.beads);
  return (
    <section
      className={styles.row}
      data-current={cursor !== null}
      data-selected={isSelected}
      aria-label={t("rowLabel", { number: String(number) })}
    >
      <button
        type="button"
        className={styles.number}
        aria-pressed={isSelected}
        aria-label={t("selectRow", { number: String(number) })}
        onClick={() => onSelect(view.row.id)}
      >
        {number}
      </button>
      <Side {...props} language="de" blocks={view.de} />
      <div className={styles.middle}>
        {state && <State state={state} />}
        <Links beads={view.beads} />
        {findings.length > 0 && (
          <button
            type="button"
            className={styles.found}
            data-severity={worstSeverity(findings)}
            onClick={() => onPanel("findings", view.row.id)}
          >
            {t("found", { count: findings.length })}
          </button>
        )}
        {comments > 0 && (
          <button
            type="button"
            className={styles.found}
            onClick={() => onPanel("comments", view.row.id)}
          >
            {t("commented", { count: comments })}
          </button>
        )}
        {notes > 0 && (
          <button
            type="button"
            className={styles.found}
            onClick={() => onPanel("notes", view.row.id)}
          >
            {t("notes", { count: notes })}
          </button>
        )}
      </div>
      <Side {...props} language="en" blocks={view.en} />
      {children && <div className={styles.below}>{children}</div>}
    </section>
  );
});

function State({ state }: { state: CheckState }) {
  const t = useTranslations("Workbench.state");
  const Icon = icons[state];
  return (
    <span className={styles.state} data-state={state} title={t(state)}>
      <Icon size={17} strokeWidth={2} aria-hidden="true" />
      <span className="visually-hidden">{t(state)}</span>
    </span>
  );
}

function Links({ beads }: { beads: readonly Bead[] }) {
  const t = useTranslations("Workbench");
  const format = useFormatter();
  if (beads.length === 0) return null;
  const lowest = Math.min(...beads.map(({ probability }) => probability));
  return (
    <>
      <span className={styles.links}>
        {beads.map((bead) => (
          <span
            key={bead.de[0] ?? bead.en[0]}
            className={styles.kind}
            data-state={checkStateOf(bead)}
            data-doubt={bead.status === "proposed" && bead.probability < 0.8}
          >
            {bead.de.length}–{bead.en.length}
            {bead.isLocked && (
              <LockKeyhole size={11} strokeWidth={2.25} role="img" aria-label={t("locked")} />
            )}
          </span>
        ))}
      </span>
      {beads.some(({ status }) => status === "proposed") && (
        <span className={styles.confidence} title={t("confidence")}>
          {format.number(lowest, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
        </span>
      )}
    </>
  );
}

type SideProps = WorkRowProps & { language: Language; blocks: readonly BlockView[] };

function Side({ language, blocks, editor, ...rest }: SideProps) {
  const locale = useLocale();
  const t = useTranslations("Workbench");
  return (
    <div className={styles.side} data-side={language}>
      {blocks.length === 0 && <p className={styles.nothing}>{t(`nothing.${language}`)}</p>}
      {blocks.map((block) =>
        editor?.blockId === block.id ? (
          <div key={block.id}>{editor.element}</div>
        ) : (
          <div key={block.id} className={styles.block} data-type={block.type} lang={language}>
            {block.sentences.length === 0 && (
              <p className={styles.nothing} lang={locale}>
                {t(`kind.${block.type === "horizontalRule" ? "rule" : "silent"}`)}
              </p>
            )}
            {block.sentences.map((sentence) => (
              <Sentence
                key={sentence.id}
                sentence={sentence}
                found={rest.findings.filter(({ place }) => place.blockId === block.id)}
                noted={rest.noteSpans.get(block.id) ?? noNotes}
                {...rest}
              />
            ))}
          </div>
        ),
      )}
    </div>
  );
}

type SentenceProps = Pick<
  WorkRowProps,
  "cursor" | "marked" | "holdsFocus" | "onCursor" | "view"
> & {
  sentence: SentenceView;
  /** Of its block. */
  found: readonly Finding[];
  noted: readonly NoteSpan[];
};

const noNotes: readonly NoteSpan[] = [];

function Sentence(props: SentenceProps) {
  const { sentence, found, noted, cursor, marked, holdsFocus, onCursor, view } = props;
  const element = useRef<HTMLButtonElement>(null);
  const isCursor = cursor === sentence.id;
  const current = cursor === null ? null : view.beads.find((bead) => holds(bead, cursor));
  useEffect(() => {
    if (isCursor && holdsFocus) element.current?.focus({ preventScroll: true });
  }, [isCursor, holdsFocus]);
  return (
    <button
      ref={element}
      type="button"
      className={styles.sentence}
      data-sentence={sentence.id}
      data-bead={sentence.bead % 4}
      data-lit={current ? holds(current, sentence.id) : false}
      aria-current={isCursor || undefined}
      aria-pressed={marked.has(sentence.id)}
      tabIndex={isCursor ? 0 : -1}
      onClick={(event) => onCursor(sentence.id, event.ctrlKey || event.metaKey || event.shiftKey)}
    >
      <FoundContent sentence={sentence} findings={found} notes={noted} />
    </button>
  );
}

function holds(bead: Bead, id: string): boolean {
  return languages.some((side) => bead[side].includes(id));
}
