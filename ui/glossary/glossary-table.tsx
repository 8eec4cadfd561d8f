"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import type { GlossaryEntry } from "@/core/glossary/glossary-entry";
import form from "@/ui/account/form.module.css";
import { readFields, useSending } from "@/ui/account/use-sending";
import { GlossaryFile } from "./glossary-file";
import styles from "./glossary-table.module.css";

type ListedTerm = GlossaryEntry & { readonly id: string };
type GlossaryTableProps = { terms: readonly ListedTerm[]; mayEdit: boolean };

/** The terms of the library, to be searched, added to, and taken in or out as a table. */
export function GlossaryTable({ terms, mayEdit }: GlossaryTableProps) {
  const t = useTranslations("Glossary");
  const problem = useTranslations("Problem");
  const router = useRouter();
  const { send, isPending, reason } = useSending();
  const [query, setQuery] = useState("");
  const [said, setSaid] = useState("");
  const first = useRef<HTMLInputElement>(null);
  const wanted = query.trim().toLowerCase();
  const shown = terms.filter(({ de, en, note }) =>
    `${de}\n${en}\n${note}`.toLowerCase().includes(wanted),
  );

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    const read = readFields(event);
    const element = event.currentTarget;
    const [de, en, note] = [read("de").trim(), read("en").trim(), read("note").trim()];
    const sent = await send("POST", "/api/glossary", { de, en, note });
    if (!sent.ok) return;
    element.reset();
    first.current?.focus();
    setSaid(t("added", { de, en }));
    router.refresh();
  }

  async function handleRemove(id: string) {
    const sent = await send("DELETE", `/api/glossary/${id}`, {});
    if (sent.ok) router.refresh();
  }

  return (
    <div className={styles.glossary}>
      {mayEdit && (
        <form className={styles.new} onSubmit={handleSubmit} aria-label={t("new")}>
          {(["de", "en", "note"] as const).map((name) => (
            <label key={name}>
              {t(name)}
              <input
                ref={name === "de" ? first : undefined}
                name={name}
                lang={name === "note" ? undefined : name}
                required={name !== "note"}
                maxLength={name === "note" ? 500 : 200}
                autoComplete="off"
              />
            </label>
          ))}
          <button type="submit" className={form.submit} disabled={isPending}>
            {t("add")}
          </button>
        </form>
      )}
      <p role="status" className={styles.said}>
        {reason ? problem(reason) : said}
      </p>
      <div className={styles.above}>
        <p>{t("terms", { count: terms.length })}</p>
        {terms.length > 10 && (
          <label>
            {t("search")}
            <input
              type="search"
              value={query}
              autoComplete="off"
              onChange={(event) => setQuery(event.target.value)}
            />
          </label>
        )}
      </div>
      {shown.length > 0 && (
        <table className={styles.terms}>
          <thead>
            <tr>
              <th scope="col">{t("de")}</th>
              <th scope="col">{t("en")}</th>
              <th scope="col">{t("note")}</th>
              {mayEdit && (
                <th scope="col">
                  <span className="visually-hidden">{t("remove")}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, de, en, note }) => (
              <tr key={id}>
                <th scope="row" lang="de">
                  {de}
                </th>
                <td lang="en">{en}</td>
                <td>{note}</td>
                {mayEdit && (
                  <td>
                    <button
                      type="button"
                      className={styles.remove}
                      aria-label={t("removeTerm", { de, en })}
                      title={t("remove")}
                      onClick={() => handleRemove(id)}
                    >
                      <Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <GlossaryFile mayEdit={mayEdit} onDone={() => router.refresh()} />
    </div>
  );
}
