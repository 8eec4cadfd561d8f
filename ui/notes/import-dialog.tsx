import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { type ImportOutcome, type ImportResult, importBatchSize } from "@/core/notes/import-batch";
import { type SplitImport, splitImport } from "@/core/notes/split-import";
import styles from "./import-dialog.module.css";
import { importBatch } from "./notes-client";

type ImportDialogProps = {
  /** Something was taken in. */
  onImported: () => void;
  onClose: () => void;
};

type Problem = Extract<SplitImport, { ok: false }>["reason"] | "too-large" | "failed";

type Reading = {
  readonly total: number;
  readonly results: readonly ImportResult[];
  readonly state: "reading" | "stopped" | "done";
};

const maxBytes = 50 * 1024 * 1024;
const mostListed = 100;
const outcomes = ["placed", "moved", "orphaned", "replied", "known", "refused"] as const;

/** Reads a file in the browser and sends it in small parts: it can be watched, stopped, and begun again. */
export function ImportDialog({ onImported, onClose }: ImportDialogProps) {
  const t = useTranslations("NotesImport");
  const dialog = useRef<HTMLDialogElement>(null);
  const isStopped = useRef(false);
  const [reading, setReading] = useState<Reading | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => {
      isStopped.current = true;
      element?.close();
    };
  }, []);

  async function handleFile(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    event.target.value = ""; // so that the same file can be chosen again
    if (!file) return;
    setReading(null);
    setProblem(null);
    if (file.size > maxBytes) return setProblem("too-large");
    const split = splitImport(await file.text());
    if (!split.ok) return setProblem(split.reason);
    await send(split.entries);
  }

  async function send(entries: readonly unknown[]) {
    isStopped.current = false;
    const results: ImportResult[] = [];
    const total = entries.length;
    setReading({ total, results, state: "reading" });
    for (let place = 0; place < total && !isStopped.current; place += importBatchSize) {
      const answered = await importBatch(place, entries.slice(place, place + importBatchSize));
      if (!answered) {
        setProblem("failed");
        isStopped.current = true;
        break;
      }
      results.push(...answered);
      setReading({ total, results: [...results], state: "reading" });
    }
    setReading({ total, results, state: isStopped.current ? "stopped" : "done" });
    onImported();
  }

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={t("title")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2>{t("title")}</h2>
        <button type="button" className={styles.icon} aria-label={t("close")} onClick={onClose}>
          <X aria-hidden size={20} strokeWidth={1.75} />
        </button>
      </header>
      <p className={styles.hint}>{t("hint")}</p>
      <label className={styles.file}>
        {t("file")}
        <input
          type="file"
          className="visually-hidden"
          accept=".json,.jsonld,application/json,application/ld+json"
          disabled={reading?.state === "reading"}
          onChange={(event) => void handleFile(event)}
        />
      </label>
      {problem && (
        <p role="alert" className={styles.problem}>
          {t(`problems.${problem}`)}
        </p>
      )}
      {reading && (
        <>
          <progress
            className={styles.progress}
            max={reading.total}
            value={reading.results.length}
            aria-label={t("title")}
          />
          <p role="status" className={styles.hint}>
            {t("reading", { done: reading.results.length, total: reading.total })}{" "}
            {reading.state === "done" && t("done")}
            {reading.state === "stopped" && problem === null && t("stopped")}
          </p>
          {reading.state === "reading" && (
            <button
              type="button"
              className={styles.stop}
              onClick={() => {
                isStopped.current = true;
              }}
            >
              {t("stop")}
            </button>
          )}
          <Report results={reading.results} />
        </>
      )}
    </dialog>
  );
}

/** What became of every entry: the numbers first, then whatever is not simply in its place. */
function Report({ results }: { results: readonly ImportResult[] }) {
  const t = useTranslations("NotesImport");
  const of = (outcome: ImportOutcome) => results.filter((result) => result.outcome === outcome);
  return (
    <ul className={styles.report}>
      {outcomes
        .map((outcome) => ({ outcome, found: of(outcome) }))
        .filter(({ found }) => found.length > 0)
        .map(({ outcome, found }) => (
          <li key={outcome}>
            <details>
              <summary>
                {t(`outcomes.${outcome}`)} <span className={styles.count}>{found.length}</span>
              </summary>
              <ul className={styles.entries}>
                {found.slice(0, mostListed).map(({ sourceId, quote, reason }) => (
                  <li key={sourceId}>
                    {quote === "" ? sourceId : <q>{quote}</q>}
                    {reason && <span className={styles.reason}>{t(`refusals.${reason}`)}</span>}
                  </li>
                ))}
                {found.length > mostListed && (
                  <li>{t("more", { count: found.length - mostListed })}</li>
                )}
              </ul>
            </details>
          </li>
        ))}
    </ul>
  );
}
