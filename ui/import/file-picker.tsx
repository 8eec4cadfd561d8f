"use client";

import { FileText, Upload, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type ChangeEvent, type DragEvent, useRef, useState } from "react";
import styles from "./import-form.module.css";

type FilePickerProps = {
  files: readonly File[];
  megabytes: number;
  onChange: (files: readonly File[]) => void;
};

const accepted =
  ".txt,.md,.mdx,.markdown,.html,.htm,.xhtml,.docx,.epub,.tmx,.xlf,.xliff,.sdlxliff,.tsv,.csv,text/*";

/** A place to drop files on, and a button for those who do not drag. */
export function FilePicker({ files, megabytes, onChange }: FilePickerProps) {
  const t = useTranslations("ImportPage");
  const format = useFormatter();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  const add = (more: Iterable<File>) => onChange([...files, ...more]);

  function handleChange(event: ChangeEvent<HTMLInputElement>) {
    add(event.target.files ?? []);
    event.target.value = ""; // so that the same file can be chosen again
  }

  function handleDrop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    add(event.dataTransfer.files);
  }

  return (
    <div className={styles.files}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same by keyboard */}
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={handleDrop}
      >
        <Upload size={28} strokeWidth={1.5} aria-hidden="true" />
        <p>
          <button type="button" className={styles.choose} onClick={() => input.current?.click()}>
            {t("choose")}
          </button>{" "}
          <span className={styles.orDrop}>{isOver ? t("dropNow") : t("drop")}</span>
        </p>
        <p className={styles.hint}>{t("formats", { megabytes })}</p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={accepted}
          aria-label={t("choose")}
          onChange={handleChange}
        />
      </div>
      {files.length > 0 && (
        <ul className={styles.chosen} aria-label={t("chosen")}>
          {files.map((file, index) => (
            <li key={`${file.name} ${file.lastModified} ${file.size}`}>
              <FileText size={18} strokeWidth={1.75} aria-hidden="true" />
              <span className={styles.name}>{file.name}</span>
              <span className={styles.size}>
                {format.number(Math.max(1, Math.round(file.size / 1000)), {
                  style: "unit",
                  unit: "kilobyte",
                })}
              </span>
              <button
                type="button"
                className={styles.remove}
                aria-label={t("remove", { file: file.name })}
                onClick={() => onChange(files.filter((_, other) => other !== index))}
              >
                <X size={18} strokeWidth={1.75} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
