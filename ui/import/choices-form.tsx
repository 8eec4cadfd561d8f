"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type Language, languages, otherLanguage } from "@/core/article/language";
import {
  type ImportChoices,
  type LineRole,
  lineRoles,
  noChoices,
} from "@/core/import/import-choices";
import type { Imported } from "@/core/import/import-result";
import styles from "./import-page.module.css";
import { useRun } from "./run-provider";

type ChoicesFormProps = {
  choices: ImportChoices;
  lines: Imported["lines"];
  division: Imported["division"];
  /** Names of the files where there are two. */
  files: readonly [string, string] | null;
};

/** What the machine understood of a document, to be understood otherwise. */
export function ChoicesForm({ choices, lines, division, files }: ChoicesFormProps) {
  const t = useTranslations("ImportPage");
  const { isRunning, start } = useRun();
  const [wanted, setWanted] = useState(choices);

  const roleOf = (side: Language, line: Imported["lines"]["de"][number]) =>
    wanted.roles.find((each) => each.side === side && each.text === line.text)?.role ?? line.role;

  function setRole(side: Language, text: string, role: LineRole) {
    const others = wanted.roles.filter((each) => each.side !== side || each.text !== text);
    setWanted({ ...wanted, roles: [...others, { side, role, text }] });
  }

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    start(wanted);
  }

  const meeting = wanted.division ?? division;
  return (
    <form className={styles.choices} onSubmit={handleSubmit}>
      {files && <FileLanguages files={files} wanted={wanted} onChange={setWanted} />}
      {division && meeting && (
        <fieldset>
          <legend>{t("division")}</legend>
          <label>
            <span>{t("divisionHint")}</span>
            <select
              value={meeting.line}
              onChange={(event) =>
                setWanted({
                  ...wanted,
                  roles: [],
                  division: { line: Number(event.target.value), first: meeting.first },
                })
              }
            >
              {division.around.map(({ number, text }) => (
                <option key={number} value={number}>
                  {text.length > 70 ? `${text.slice(0, 69)}…` : text}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{t("firstLanguage")}</span>
            <select
              value={meeting.first}
              onChange={(event) => {
                const first = languages.find((each) => each === event.target.value) ?? "de";
                setWanted({ ...wanted, roles: [], division: { line: meeting.line, first } });
              }}
            >
              {languages.map((language) => (
                <option key={language} value={language}>
                  {t(`firstIs.${language}`)}
                </option>
              ))}
            </select>
          </label>
        </fieldset>
      )}
      {languages.map(
        (side) =>
          lines[side].length > 0 && (
            <fieldset key={side}>
              <legend>
                {t("roles")} · {t(`rolesOf.${side}`)}
              </legend>
              <ul className={styles.lines}>
                {lines[side].map((line) => (
                  <li key={line.text}>
                    <label>
                      <span lang={side} className={styles.line}>
                        {line.text}
                      </span>
                      <select
                        value={roleOf(side, line)}
                        onChange={(event) => {
                          const role = lineRoles.find((each) => each === event.target.value);
                          if (role) setRole(side, line.text, role);
                        }}
                      >
                        {lineRoles.map((role) => (
                          <option key={role} value={role}>
                            {t(`role.${role}`)}
                          </option>
                        ))}
                      </select>
                    </label>
                  </li>
                ))}
              </ul>
            </fieldset>
          ),
      )}
      <div className={styles.acts}>
        <button type="submit" className={styles.second} disabled={isRunning}>
          {t("apply")}
        </button>
        {JSON.stringify(wanted) !== JSON.stringify(noChoices) && (
          <button
            type="button"
            className={styles.quiet}
            disabled={isRunning}
            onClick={() => {
              setWanted(noChoices);
              start(noChoices);
            }}
          >
            {t("reset")}
          </button>
        )}
      </div>
    </form>
  );
}

type FileLanguagesProps = {
  files: readonly [string, string];
  wanted: ImportChoices;
  onChange: (choices: ImportChoices) => void;
};

/** Two files have two languages: choosing one's changes the other's. */
function FileLanguages({ files, wanted, onChange }: FileLanguagesProps) {
  const t = useTranslations("ImportPage");
  const [first, second] = files;
  const { languages: chosen } = wanted;

  const choose = (place: 0 | 1) => (own: Language | null) => {
    if (!own) return onChange({ ...wanted, languages: undefined });
    const other = otherLanguage(own);
    onChange({ ...wanted, languages: place === 0 ? [own, other] : [other, own] });
  };
  return (
    <fieldset>
      <legend>{t("files")}</legend>
      <FileLanguage name={first} language={chosen?.[0] ?? null} onChange={choose(0)} />
      <FileLanguage name={second} language={chosen?.[1] ?? null} onChange={choose(1)} />
    </fieldset>
  );
}

type FileLanguageProps = {
  name: string;
  /** `null`: told from the text. */
  language: Language | null;
  onChange: (language: Language | null) => void;
};

function FileLanguage({ name, language, onChange }: FileLanguageProps) {
  const t = useTranslations("ImportPage");
  return (
    <label>
      <span>{t("fileLanguage", { file: name || t("pasted") })}</span>
      <select
        value={language ?? ""}
        onChange={({ target }) => onChange(languages.find((each) => each === target.value) ?? null)}
      >
        <option value="">{t("recognised")}</option>
        {languages.map((each) => (
          <option key={each} value={each}>
            {t(`language.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
