"use client";

import { useTranslations } from "next-intl";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import type { ImportChoices } from "@/core/import/import-choices";
import { useRouter } from "@/i18n/navigation";
import { followRun, type RunFailure, type RunStage } from "./follow-run";
import styles from "./import-page.module.css";

type Run = {
  readonly isRunning: boolean;
  readonly start: (choices: ImportChoices) => void;
};

const RunContext = createContext<Run>({ isRunning: false, start: () => {} });

/** Has the document of this page read again. */
export function useRun(): Run {
  return useContext(RunContext);
}

type RunProviderProps = {
  id: string;
  choices: ImportChoices;
  /** Nothing was read yet: it begins by itself. */
  isFresh: boolean;
  children: ReactNode;
};

/** Reads the document, tells how far that is, and then shows the page anew. */
export function RunProvider({ id, choices, isFresh, children }: RunProviderProps) {
  const t = useTranslations("ImportPage");
  const router = useRouter();
  const [stage, setStage] = useState<RunStage | null>(null);
  const [failure, setFailure] = useState<RunFailure | null>(null);
  const running = useRef<AbortController>(null);
  const last = useRef(choices);

  const start = useCallback(
    async (wanted: ImportChoices) => {
      running.current?.abort();
      const abort = new AbortController();
      running.current = abort;
      last.current = wanted;
      setFailure(null);
      setStage("reading");
      const failed = await followRun(id, wanted, abort.signal, setStage);
      if (running.current !== abort) return; // another one took over, or the page was left
      running.current = null;
      setStage(null);
      setFailure(failed);
      if (!failed) router.refresh();
    },
    [id, router],
  );

  const first = useRef({ start, choices, isFresh });
  useEffect(() => {
    if (first.current.isFresh) void first.current.start(first.current.choices);
    return () => {
      running.current?.abort();
      running.current = null;
    };
  }, []);

  return (
    <RunContext value={{ isRunning: stage !== null, start }}>
      <div className={styles.status} role="status" aria-label={t("stages")}>
        {stage && (
          <p className={styles.running}>
            <span className={styles.pulse} aria-hidden="true" />
            {t(`stage.${stage}`)}
          </p>
        )}
        {failure && <p className={styles.failure}>{t(`failed.${failure}`)}</p>}
      </div>
      {stage && (
        <button type="button" className={styles.quiet} onClick={() => running.current?.abort()}>
          {t("cancel")}
        </button>
      )}
      {failure && failure !== "gone" && (
        <button type="button" className={styles.main} onClick={() => start(last.current)}>
          {t("again")}
        </button>
      )}
      <div className={styles.result} aria-busy={stage !== null}>
        {children}
      </div>
    </RunContext>
  );
}
