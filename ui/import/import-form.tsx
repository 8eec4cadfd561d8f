"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useRouter } from "@/i18n/navigation";
import { FilePicker } from "./file-picker";
import styles from "./import-form.module.css";
import { PasteFields } from "./paste-fields";
import { keepTexts, pastedTexts, readKeptTexts, sentTexts, textsLeft } from "./pasted-texts";
import { type UploadProblem, upload } from "./upload";

type ImportFormProps = {
  megabytes: number;
  /** What was pasted before and is to be changed; usually nothing. */
  pasted: readonly string[];
};

/** Where a document comes in: files, chosen or dropped, or pasted text. */
export function ImportForm({ megabytes, pasted }: ImportFormProps) {
  const t = useTranslations("ImportPage");
  const router = useRouter();
  const [way, setWay] = useState<"files" | "paste">(pasted.length > 0 ? "paste" : "files");
  const [texts, setTexts] = useState(pastedTexts(pasted));
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<UploadProblem | null>(null);
  const sending = useRef<AbortController>(null);

  const isChanging = pasted.length > 0;
  useEffect(() => {
    const kept = isChanging ? null : readKeptTexts();
    if (!kept) return;
    setTexts(kept);
    setWay("paste");
  }, [isChanging]);

  function handleTexts(changed: typeof texts) {
    setTexts(changed);
    keepTexts(changed);
  }

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const abort = new AbortController();
    sending.current = abort;
    setIsSending(true);
    setProblem(null);
    const input = way === "files" ? { files, texts: [] } : { files: [], texts: sentTexts(texts) };
    const result = await upload(input, megabytes, abort.signal);
    if (result.ok) {
      if (way === "paste") keepTexts(textsLeft(texts));
      router.push(`/import/${result.id}`);
    } else {
      setIsSending(false);
      setProblem(result.problem);
    }
  }

  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      <fieldset className={styles.ways}>
        <legend className="visually-hidden">{t("how")}</legend>
        {(["files", "paste"] as const).map((each) => (
          <label key={each} className={styles.way}>
            <input
              type="radio"
              name="way"
              checked={way === each}
              onChange={() => setWay(each)}
              disabled={isSending}
            />
            <span>{t(each === "files" ? "fromFiles" : "fromPaste")}</span>
          </label>
        ))}
      </fieldset>
      {way === "files" ? (
        <FilePicker files={files} megabytes={megabytes} onChange={setFiles} />
      ) : (
        <PasteFields texts={texts} onChange={handleTexts} />
      )}
      {problem && problem !== "cancelled" && (
        <p role="alert" className={styles.problem}>
          {t(`problem.${problem}`, { megabytes })}
        </p>
      )}
      <div className={styles.acts}>
        <button type="submit" className={styles.main} disabled={isSending}>
          {isSending ? t("sending") : t("submit")}
        </button>
        {isSending && (
          <button type="button" className={styles.quiet} onClick={() => sending.current?.abort()}>
            {t("cancel")}
          </button>
        )}
        <p className={styles.hint}>{t("private")}</p>
      </div>
    </form>
  );
}
