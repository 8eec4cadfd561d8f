import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef } from "react";
import type { Article } from "@/core/article/article";
import type { FrontMatter } from "@/core/article/front-matter";
import { type Language, languages } from "@/core/article/language";
import styles from "./head-dialog.module.css";
import type { HeadPlace } from "./head-place";
import { WorkDialog } from "./work-dialog";
import forms from "./work-forms.module.css";

type HeadDialogProps = {
  article: Article;
  /** Where somebody came to write or to look. */
  place: HeadPlace | null;
  mayEdit: boolean;
  onSave: (changed: readonly { side: Language; frontMatter: FrontMatter }[]) => void;
  onClose: () => void;
};

const lines = ["kicker", "title", "subtitle", "byline", "dateline"] as const;

// What a line of front matter may be, and how many may stand below a text.
const longestLine = 300;
const mostSigned = 20;

/** What stands above and below the text, both languages beside each other: headline, names, place and date, signature. */
export function HeadDialog({ article, place, mayEdit, onSave, onClose }: HeadDialogProps) {
  const t = useTranslations("Workbench.headlines");
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (!place) return;
    const field = form.current?.elements.namedItem(`${place.side} ${place.line}`);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    field.focus();
    field.setSelectionRange(place.start, place.end);
  }, [place]);

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const written = new FormData(event.currentTarget);
    const changed = languages
      .map((side) => ({ side, frontMatter: readHead(article, side, written) }))
      .filter(({ side, frontMatter }) => isOther(article.sides[side].frontMatter, frontMatter));
    onSave(changed);
  }

  return (
    <WorkDialog title={t("title")} onClose={onClose}>
      <form ref={form} className={styles.form} onSubmit={handleSubmit}>
        <div className={styles.sides}>
          {languages.map((side) => (
            <fieldset key={side} className={styles.side} disabled={!mayEdit}>
              <legend>{t(`side.${side}`)}</legend>
              {lines.map((line) => (
                <label key={line} className={forms.label}>
                  {t(`line.${line}`)}
                  <input
                    name={`${side} ${line}`}
                    className={forms.field}
                    lang={side}
                    maxLength={longestLine}
                    autoComplete="off"
                    defaultValue={article.sides[side].frontMatter[line] ?? ""}
                  />
                </label>
              ))}
              <label className={forms.label}>
                {t("line.signature")}
                <textarea
                  name={`${side} signature`}
                  className={forms.field}
                  lang={side}
                  rows={2}
                  defaultValue={(article.sides[side].frontMatter.signature ?? []).join("\n")}
                />
              </label>
            </fieldset>
          ))}
        </div>
        {mayEdit && (
          <button type="submit" className={forms.submit}>
            {t("submit")}
          </button>
        )}
      </form>
    </WorkDialog>
  );
}

/** The front matter of a side with the lines as they were written; an empty one is none. */
function readHead(article: Article, side: Language, written: FormData): FrontMatter {
  const text = (line: string) => String(written.get(`${side} ${line}`) ?? "");
  const signature = text("signature")
    .split("\n")
    .map((each) => each.trim().slice(0, longestLine))
    .filter((each) => each !== "")
    .slice(0, mostSigned);
  const fields = {
    ...article.sides[side].frontMatter,
    ...Object.fromEntries(lines.map((line) => [line, text(line).trim()])),
    signature,
  };
  const isThere = ([, value]: [string, unknown]) => String(value) !== "";
  return Object.fromEntries(Object.entries(fields).filter(isThere));
}

function isOther(before: FrontMatter, after: FrontMatter): boolean {
  const signed = ({ signature = [] }: FrontMatter) => signature.join("\n");
  return lines.some((line) => before[line] !== after[line]) || signed(before) !== signed(after);
}
