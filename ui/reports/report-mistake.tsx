"use client";

import { Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { reportKinds } from "@/core/reports/text-report";
import form from "@/ui/account/form.module.css";
import { readFields, useSending } from "@/ui/account/use-sending";
import { wantsReport } from "./report-button";
import styles from "./report-mistake.module.css";
import { type ReportedPlace, sentencePlace } from "./reported-place";

type ReportMistakeProps = { slug: string; version: number };

/** Lets a reader say that something is wrong with the sentence they were at last. Nobody needs an account for that. */
export function ReportMistake({ slug, version }: ReportMistakeProps) {
  const t = useTranslations("TextReport");
  const problem = useTranslations("Problem");
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const last = useRef<HTMLElement | null>(null);
  const [place, setPlace] = useState<ReportedPlace | null>(null);
  const [isSent, setSent] = useState(false);
  const { send, isPending, reason } = useSending();

  useEffect(() => {
    const remember = ({ target }: Event) => {
      const sentence = target instanceof Element ? target.closest("[data-sentence]") : null;
      if (sentence instanceof HTMLElement) last.current = sentence;
    };
    const open = () => {
      setPlace(last.current && sentencePlace(last.current));
      setSent(false);
      dialog.current?.showModal();
    };
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener("focusin", remember, { signal });
    document.addEventListener("click", remember, { signal });
    document.addEventListener(wantsReport, open, { signal });
    return () => listening.abort();
  }, []);

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    const read = readFields(event);
    if (!place) return;
    const { rowId, sentenceId, quote } = place;
    const body = { kind: read("kind"), version, rowId, sentenceId, quote, text: read("text") };
    const sent = await send("POST", `/api/articles/${slug}/reports`, body);
    if (sent.ok) setSent(true);
  }

  return (
    <>
      <button
        type="button"
        className={styles.open}
        onClick={() => document.dispatchEvent(new Event(wantsReport))}
      >
        <Flag size={16} strokeWidth={1.75} aria-hidden="true" />
        {t("open")}
      </button>
      <dialog
        ref={dialog}
        className={styles.dialog}
        aria-labelledby={titleId}
        onKeyDown={(event) => event.stopPropagation()}
      >
        <h2 id={titleId}>{t("title")}</h2>
        {isSent && <p role="status">{t("thanks")}</p>}
        {!isSent && place === null && <p>{t("choose")}</p>}
        {!isSent && place && (
          <form className={form.form} onSubmit={handleSubmit}>
            <div>
              <p className={form.hint}>{t("place")}</p>
              <blockquote lang={place.side}>{place.quote}</blockquote>
              {place.counterpart && (
                <blockquote lang={place.side === "de" ? "en" : "de"}>
                  {place.counterpart}
                </blockquote>
              )}
            </div>
            <fieldset className={styles.kinds}>
              <legend>{t("question")}</legend>
              {reportKinds.map((kind, index) => (
                <label key={kind}>
                  <input type="radio" name="kind" value={kind} defaultChecked={index === 0} />
                  {t(`kind.${kind}`)}
                </label>
              ))}
            </fieldset>
            <div className={form.field}>
              <label htmlFor={`${titleId}-text`}>{t("text")}</label>
              <textarea id={`${titleId}-text`} name="text" maxLength={2000} rows={3} />
            </div>
            {reason && (
              <p role="alert" className={form.refused}>
                {problem(reason)}
              </p>
            )}
            <div className={form.foot}>
              <button type="submit" className={form.submit} disabled={isPending}>
                {t(isPending ? "sending" : "send")}
              </button>
              <button
                type="button"
                className={form.submit}
                data-kind="quiet"
                onClick={() => dialog.current?.close()}
              >
                {t("close")}
              </button>
            </div>
          </form>
        )}
        {(isSent || place === null) && (
          <p className={styles.end}>
            <button
              type="button"
              className={form.submit}
              data-kind="quiet"
              onClick={() => dialog.current?.close()}
            >
              {t("close")}
            </button>
          </p>
        )}
      </dialog>
    </>
  );
}
