import { useTranslations } from "next-intl";
import { type ChangeEvent, useId, useState } from "react";
import * as z from "zod/mini";
import form from "@/ui/account/form.module.css";
import styles from "./glossary-table.module.css";

type GlossaryFileProps = { mayEdit: boolean; onDone: () => void };

const doneSchema = z.object({ ok: z.literal(true), count: z.number() });
const refusedSchema = z.object({
  csv: z.object({ reason: z.enum(["unreadable", "too-many"]), line: z.number() }),
});

/** The glossary as a file, out and in. */
export function GlossaryFile({ mayEdit, onDone }: GlossaryFileProps) {
  const t = useTranslations("Glossary.csv");
  const problem = useTranslations("Problem");
  const id = useId();
  const [said, setSaid] = useState<string | null>(null);

  async function handleFile(event: ChangeEvent<HTMLInputElement>) {
    const input = event.target;
    const [file] = input.files ?? [];
    if (!file) return;
    const response = await fetch("/api/glossary/csv", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ csv: await file.text() }),
    }).catch(() => null);
    const answer = await response?.json().catch(() => null);
    input.value = ""; // the same file, mended, is another choice
    const done = doneSchema.safeParse(answer);
    const refused = refusedSchema.safeParse(answer);
    if (done.success) {
      setSaid(t("done", { count: done.data.count }));
      onDone();
    } else if (refused.success) {
      const { reason, line } = refused.data.csv;
      setSaid(t(reason, { line: String(line) }));
    } else setSaid(problem(response?.status === 413 ? "too-large" : "unavailable"));
  }

  return (
    <section className={styles.file} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t("title")}</h2>
      <p className={form.hint}>{t("hint")}</p>
      <p className={styles.ways}>
        <a className={form.small} href="/api/glossary/csv" download>
          {t("export")}
        </a>
        {mayEdit && (
          <label className={form.small}>
            {t("import")}
            <input
              type="file"
              accept=".csv,.tsv,.txt,text/csv"
              className="visually-hidden"
              onChange={handleFile}
            />
          </label>
        )}
      </p>
      <p role="status">{said}</p>
    </section>
  );
}
