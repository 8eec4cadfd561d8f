"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import type { NoteAction } from "@/core/notes/note-action";
import {
  everyNote,
  isAnyNote,
  type NotesQuery,
  readNotesQuery,
  writeNotesQuery,
} from "@/core/notes/notes-query";
import { Toast } from "../annotations/toast";
import { BulkBar } from "./bulk-bar";
import { ImportDialog } from "./import-dialog";
import styles from "./notes.module.css";
import { actOnNotes, exportPath, loadIds } from "./notes-client";
import { NotesFilters } from "./notes-filters";
import { NotesList } from "./notes-list";
import { TagManager } from "./tag-manager";
import { useNotes } from "./use-notes";

const exportFormats = ["jsonld", "csv", "markdown", "html"] as const;

type Notice = { readonly text: string; readonly undo: readonly NoteAction[] };

/** Everything the reader has marked and written, in every article: found, put in order, taken out and brought in. */
export function Notes() {
  const t = useTranslations("Notes");
  const locale = useLocale();
  const [query, setQuery] = useState<NotesQuery>(everyNote);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [notice, setNotice] = useState<Notice | null>(null);
  const [isManaging, setIsManaging] = useState(false);
  const [isImporting, setIsImporting] = useState(false);
  const [round, setRound] = useState(0);
  const { notes, facets, state, loadMore, reload } = useNotes(query);
  const total = facets?.total ?? notes.length;
  const isEmpty = state === "loaded" && notes.length === 0;

  // The page is the same for everybody and for every question; what is asked for stands in the address alone.
  useEffect(() => {
    const read = () => setQuery(readNotesQuery(new URLSearchParams(window.location.search)));
    read();
    window.addEventListener("popstate", read);
    return () => window.removeEventListener("popstate", read);
  }, []);

  const ask = useCallback((next: NotesQuery) => {
    setQuery(next);
    setChosen(new Set());
    const search = new URLSearchParams(writeNotesQuery(next).map(([name, value]) => [name, value]));
    window.history.replaceState(null, "", search.size === 0 ? "?" : `?${search}`);
  }, []);

  async function act(actions: readonly NoteAction[], isUndo = false) {
    const acted = await actOnNotes(actions);
    setNotice(
      acted
        ? {
            text: t(isUndo ? "undone" : wordOf(actions), { count: acted.count }),
            undo: isUndo ? [] : acted.undo,
          }
        : { text: t("notDone"), undo: [] },
    );
    if (!acted) return;
    if (actions.some(({ kind }) => kind === "delete")) setChosen(new Set());
    setRound((before) => before + 1);
    reload();
  }

  function choose(id: string, isChosen: boolean) {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  }

  async function chooseAll() {
    const ids = await loadIds(query);
    if (ids) setChosen(new Set(ids));
    else setNotice({ text: t("notDone"), undo: [] });
  }

  return (
    <main id="main" className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{t("title")}</h1>
          <p role="status" className={styles.total}>
            {state === "failed" ? "" : facets && t("total", { count: total })}
          </p>
        </div>
        <div className={styles.tools}>
          <button type="button" className={styles.tool} onClick={() => setIsManaging(true)}>
            {t("tags")}
          </button>
          <button type="button" className={styles.tool} onClick={() => setIsImporting(true)}>
            {t("import")}
          </button>
          <details className={styles.menu}>
            <summary className={styles.tool}>{t("export")}</summary>
            <ul>
              {exportFormats.map((format) => (
                <li key={format}>
                  <a href={exportPath(query, format, locale)} download>
                    {t(`formats.${format}`)}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        </div>
      </header>
      <NotesFilters query={query} facets={facets} onQuery={ask} />
      {state === "failed" && (
        <div className={styles.message} role="alert">
          <p>{t("failed")}</p>
          <button type="button" className={styles.tool} onClick={reload}>
            {t("again")}
          </button>
        </div>
      )}
      {state === "loading" && notes.length === 0 && (
        <p className={styles.message} role="status">
          {t("loading")}
        </p>
      )}
      {isEmpty && (
        <div className={styles.message}>
          <p>{isAnyNote(query) ? t("empty") : t("nothingFound")}</p>
          {isAnyNote(query) && <p>{t("emptyHint")}</p>}
        </div>
      )}
      <div aria-busy={state === "loading"} data-waiting={state === "loading" || undefined}>
        {notes.length > 0 && state !== "failed" && (
          <NotesList
            label={t("list")}
            notes={notes}
            total={total}
            chosen={chosen}
            onChoose={choose}
            onEnd={loadMore}
          />
        )}
      </div>
      {chosen.size > 0 && (
        <BulkBar
          ids={[...chosen]}
          total={total}
          tags={facets?.tags.map(({ value }) => value) ?? []}
          onAct={(actions) => void act(actions)}
          onAll={() => void chooseAll()}
          onNone={() => setChosen(new Set())}
        />
      )}
      {isManaging && (
        <TagManager
          round={round}
          notice={toast()}
          onAct={(actions) => void act(actions)}
          onClose={() => setIsManaging(false)}
        />
      )}
      {isImporting && <ImportDialog onImported={reload} onClose={() => setIsImporting(false)} />}
      <div className={styles.corner}>{!isManaging && toast()}</div>
    </main>
  );

  // Where a modal dialog is open, what is outside of it cannot be reached: the way back stands in it.
  function toast() {
    return (
      <div role="status">
        {notice && (
          <Toast
            key={`${round} ${notice.text}`}
            text={notice.text}
            onUndo={notice.undo.length > 0 ? () => void act(notice.undo, true) : undefined}
            onGone={() => setNotice(null)}
          />
        )}
      </div>
    );
  }
}

/** What is deleted is said to be, all else has changed. */
function wordOf(actions: readonly NoteAction[]) {
  return actions.every(({ kind }) => kind === "delete") ? "deleted" : "done";
}
