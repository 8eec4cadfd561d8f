import { useVirtualizer } from "@tanstack/react-virtual";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Row } from "@/core/article/article";
import {
  findBlock,
  findRow,
  findSentence,
  rowSentences,
  sideOf,
} from "@/core/article/article-index";
import { type RowState, rowStates } from "@/core/article/confidence";
import { blockText } from "@/core/article/content";
import { heatOf } from "@/core/article/heat";
import { languages } from "@/core/article/language";
import { workStatistics } from "@/core/article/work-statistics";
import { HeatStrip } from "@/ui/heat/heat-strip";
import { useAfterFrame } from "../controls/use-after-frame";
import { useSteady } from "../controls/use-steady";
import { ConflictDialog } from "./conflict-dialog";
import { CutSentence } from "./cut-sentence";
import { FindPanel } from "./find-panel";
import { FindingsList } from "./findings/findings-list";
import { type Findings, useFindings } from "./findings/use-findings";
import { HeadDialog } from "./head-dialog";
import { InsertSentence } from "./insert-sentence";
import { KeyMap } from "./key-map";
import { NotesList } from "./notes/notes-list";
import { useDraftNotes } from "./notes/use-draft-notes";
import { CommentsList } from "./panel/comments-list";
import { ReportsList } from "./panel/reports-list";
import { useComments } from "./panel/use-comments";
import { useReports } from "./panel/use-reports";
import { type PanelTab, WorkPanel } from "./panel/work-panel";
import { RowActs } from "./row-acts";
import { rowView } from "./row-view";
import { SaveDialog } from "./save-dialog";
import { StatisticsDialog } from "./statistics-dialog";
import type { CommentLine, Opened } from "./store/server";
import { type Said, useWork, type Work } from "./use-work";
import type { WorkAct } from "./work-acts";
import { type Filter, WorkHeader } from "./work-header";
import { WorkRow } from "./work-row";
import styles from "./workbench.module.css";

// Tiptap comes when somebody writes; until then the workbench is read and aligned without it.
const BlockEditor = dynamic(() => import("./block-editor").then((module) => module.BlockEditor), {
  ssr: false,
});

type BenchProps = {
  slug: string;
  viewerId: string;
  opened: Opened;
  notes: Readonly<Record<string, number>>;
  onReload: () => void;
};

/** The rows of a draft, of which only those in sight are drawn, and everything that is done to them. */
export function Bench({ slug, viewerId, opened, notes, onReload }: BenchProps) {
  const t = useTranslations("Workbench");
  const work = useWork(slug, viewerId, opened);
  const { draft, mode, cursorRow } = work;
  const { article } = draft;
  const [filter, setFilter] = useState<Filter>("all");
  const [panel, setPanel] = useState<PanelTab | null>(null);
  const { glossary, dismissed } = opened;
  const settled = useAfterFrame(article);
  const findings = useFindings({ slug, work, settled, glossary, dismissed });
  const comments = useComments(slug);
  const reports = useReports(slug);
  const written = useDraftNotes(slug, draft);
  const states = useMemo(() => rowStates(settled), [settled]);
  const heats = useMemo(() => states.map(heatOf), [states]);
  const statistics = useMemo(() => workStatistics(settled), [settled]);
  const all = useMemo(() => article.rows.map((_, index) => index), [article.rows]);
  const shown = useMemo(
    () =>
      filter === "all"
        ? all
        : all.filter((index) => index === cursorRow || isShown(filter, states[index])),
    [all, filter, states, cursorRow],
  );
  // Another function would have the places of all rows worked out again.
  const getItemKey = useCallback(
    (index: number) => article.rows[shown[index] ?? 0]?.id ?? index,
    [article.rows, shown],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 130,
    getItemKey,
    overscan: 6,
  });

  // The address may name a row: the reading page's links do.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the workbench opens
  useEffect(() => {
    const named = findRow(article, window.location.hash.slice(1));
    if (named) goToRow(named.index);
  }, []);

  const place = shown.indexOf(cursorRow);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows the cursor, whatever else changes
  useEffect(() => {
    if (place >= 0) virtualizer.scrollToIndex(place, { align: "auto" });
  }, [place]);

  function act(name: WorkAct) {
    if (name === "findings" || name === "comment") {
      const tab = name === "comment" ? "comments" : "findings";
      return setPanel(panel === tab ? null : tab);
    }
    const isAboutFindings = work.may(name) && findings.act(name);
    if (isAboutFindings) setPanel("findings");
    else work.act(name);
  }

  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent) => {
      const name = work.actFor(event);
      if (name) act(name);
    };
    window.addEventListener("keydown", handleKeyDown);
    return () => window.removeEventListener("keydown", handleKeyDown);
  });

  const handleCursor = useSteady(work.point);
  const handleSelect = useSteady(work.selectTo);
  const handlePanel = useSteady((tab: PanelTab, rowId: string) => {
    setPanel(tab);
    if (tab === "findings") findings.choose(findings.byRow.get(rowId)?.[0]);
    else goToRow(findRow(article, rowId)?.index ?? -1);
  });
  const handleAct = useSteady((name: WorkAct | "statistics") =>
    name === "statistics" ? work.setMode({ kind: name }) : act(name),
  );

  function goToRow(index: number) {
    const row = article.rows[index];
    const sentences = row && languages.flatMap((side) => rowSentences(article, row, side));
    work.go(sentences?.[0] ?? null);
  }

  const openReports = reports.list.filter(({ state }) => state === "open").length;
  const commentCounts = useMemo(() => openByRow(comments.list), [comments.list]);
  const counts = {
    findings: findings.open.filter(({ finding }) => finding.severity !== "note").length,
    comments: comments.list.filter(({ isResolved }) => !isResolved).length,
    reports: openReports,
    notes: written.placement.placed.length,
  };

  // Until they are there, their number is that of the text that readers have.
  const { isLoaded } = written.snapshot;
  const { placed, spans } = written.placement;
  const rowNotes = useMemo(() => {
    if (!isLoaded) return settled.rows.map((row) => notesOn(row, notes));
    const counts = settled.rows.map(() => 0);
    for (const { rowIndex } of placed) counts[rowIndex] = (counts[rowIndex] ?? 0) + 1;
    return counts;
  }, [settled.rows, notes, isLoaded, placed]);
  const editor = editorOf(work, findings);
  return (
    <div className={styles.bench}>
      <WorkHeader
        slug={slug}
        rows={article.rows.length}
        rights={draft.rights}
        sync={draft.sync}
        canUndo={draft.canUndo}
        canRedo={draft.canRedo}
        isChanged={draft.isChanged}
        currentVersion={draft.currentVersion}
        statistics={statistics}
        filter={filter}
        onFilter={setFilter}
        waiting={counts.findings + counts.comments + counts.reports}
        onAct={handleAct}
      />
      {draft.sync === "elsewhere" && (
        <p className={styles.elsewhere} role="alert">
          {t("elsewhere.text")}{" "}
          <button type="button" className={styles.button} onClick={onReload}>
            {t("elsewhere.reload")}
          </button>
        </p>
      )}
      {mode.kind === "find" && (
        <FindPanel
          article={article}
          mayEdit={draft.rights.mayEdit}
          onReplace={work.perform}
          onGo={work.go}
          onClose={work.closeMode}
        />
      )}
      <div className={styles.middle}>
        <div ref={scroller} className={styles.scroller} data-testid="rows">
          {shown.length === 0 && <p className={styles.none}>{t("none")}</p>}
          <div className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map((item) => {
              const index = shown[item.index] ?? 0;
              const row = article.rows[index];
              if (!row) return null;
              const isCurrent = index === cursorRow;
              return (
                <div
                  key={item.key}
                  ref={virtualizer.measureElement}
                  data-index={item.index}
                  className={styles.item}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <WorkRow
                    view={rowView(article, row)}
                    number={index + 1}
                    cursor={isCurrent ? work.cursor : null}
                    marked={work.marked}
                    isSelected={work.hasSelection && index >= work.first && index <= work.last}
                    holdsFocus={isCurrent && work.holdsFocus && mode.kind === "rows"}
                    notes={rowNotes[index] ?? 0}
                    noteSpans={spans}
                    findings={findings.foundIn(row.id)}
                    comments={commentCounts.get(row.id) ?? 0}
                    onPanel={handlePanel}
                    onCursor={handleCursor}
                    onSelect={handleSelect}
                    editor={editor && holdsBlock(row, editor.blockId) ? editor : null}
                  >
                    {isCurrent && <Below work={work} onAct={act} />}
                  </WorkRow>
                </div>
              );
            })}
          </div>
        </div>
        <HeatStrip
          rows={heats}
          notes={rowNotes}
          onGo={(index) =>
            virtualizer.scrollToIndex(
              Math.max(
                0,
                shown.findIndex((each) => each >= index),
              ),
              { align: "center" },
            )
          }
        />
        {panel && (
          <WorkPanel tab={panel} counts={counts} onTab={setPanel} onClose={() => setPanel(null)}>
            {panel === "findings" && (
              <FindingsList article={article} findings={findings} mayEdit={draft.rights.mayEdit} />
            )}
            {panel === "comments" && (
              <CommentsList
                article={article}
                comments={comments}
                rowIndex={cursorRow}
                onGo={goToRow}
              />
            )}
            {panel === "notes" && (
              <NotesList
                slug={slug}
                notes={written}
                rowIndex={cursorRow}
                rowIds={article.rows.map(({ id }) => id)}
                onGo={goToRow}
              />
            )}
            {panel === "reports" && (
              <ReportsList
                slug={slug}
                article={article}
                reports={reports}
                currentVersion={draft.currentVersion}
                onGo={goToRow}
              />
            )}
          </WorkPanel>
        )}
      </div>
      <p className={styles.said} role="status" data-kind={work.said?.kind}>
        <Words said={work.said} />
      </p>
      {mode.kind === "keys" && <KeyMap may={work.may} onAct={act} onClose={work.closeMode} />}
      {mode.kind === "statistics" && (
        <StatisticsDialog article={article} people={draft.people} onClose={work.closeMode} />
      )}
      {mode.kind === "head" && (
        <HeadDialog
          article={article}
          place={mode.place}
          mayEdit={draft.rights.mayEdit}
          onSave={work.editHead}
          onClose={work.closeMode}
        />
      )}
      {mode.kind === "conflict" && (
        <ConflictDialog
          slug={slug}
          article={article}
          version={mode.version}
          onMerge={async (version, choices) => {
            await work.store.merge(version, choices);
            onReload();
          }}
          onClose={work.closeMode}
        />
      )}
      {mode.kind === "save" && (
        <SaveDialog next={draft.currentVersion + 1} onSave={work.save} onClose={work.closeMode} />
      )}
    </div>
  );
}

function holdsBlock({ de, en }: Row, blockId: string): boolean {
  return de.includes(blockId) || en.includes(blockId);
}

/** How many comments on each row are open. */
function openByRow(comments: readonly CommentLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rowId, isResolved } of comments) {
    if (!isResolved) counts.set(rowId, (counts.get(rowId) ?? 0) + 1);
  }
  return counts;
}

function notesOn({ de, en }: Row, notes: Readonly<Record<string, number>>): number {
  return [...de, ...en].reduce((sum, block) => sum + (notes[block] ?? 0), 0);
}

function isShown(filter: Filter, state: RowState | undefined): boolean {
  if (filter === "all" || !state) return true;
  if (filter === "open") return state.state !== null && state.state !== "verified";
  const isMarked = state.state === "needs-review" || state.state === "text-changed";
  return isMarked || (state.state === "open" && (state.confidence ?? 1) < 0.8);
}

function editorOf(work: Work, findings: Findings): { blockId: string; element: ReactNode } | null {
  const { mode, draft } = work;
  if (mode.kind !== "edit") return null;
  const block = findBlock(draft.article, mode.blockId)?.block;
  if (!block) return null;
  const element = (
    <BlockEditor
      block={block}
      language={sideOf(block.id)}
      onSave={(nodes) => work.edit(block.id, nodes)}
      onCancel={work.closeMode}
      onCheck={async (nodes) => {
        const written = work.store.preview({
          kind: "edit-text",
          edits: [{ block: block.id, nodes: [...nodes] }],
        });
        const found = written ? await findings.askRow(written, work.cursorRow) : [];
        return found.filter(({ place }) => place.side === sideOf(block.id));
      }}
    />
  );
  return { blockId: block.id, element };
}

/** What belongs to the row that keys act on: a form that was asked for, or what can be done. */
function Below({ work, onAct }: { work: Work; onAct: (act: WorkAct) => void }) {
  const { mode, cursor, draft } = work;
  const found = cursor === null ? null : findSentence(draft.article, cursor);
  if (mode.kind === "cut" && found) {
    const { block, sentence, side } = found;
    const text = blockText(block.node).slice(sentence.start, sentence.end);
    return <CutSentence text={text} language={side} onCut={work.cut} onCancel={work.closeMode} />;
  }
  const target = mode.kind === "insert" ? work.insertTarget() : null;
  if (target) {
    return (
      <InsertSentence language={target.side} onInsert={work.insert} onCancel={work.closeMode} />
    );
  }
  return mode.kind === "edit" ? null : <RowActs may={work.may} onAct={onAct} />;
}

function Words({ said }: { said: Said | null }) {
  const t = useTranslations("Workbench");
  if (!said) return null;
  if (said.kind === "saved") return t("did.saved", { number: String(said.version) });
  if (said.kind !== "refused") return t(`did.${said.kind}`);
  return t(`refused.${said.reason}`);
}
