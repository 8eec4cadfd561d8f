import { useTranslations } from "next-intl";
import type { Language } from "@/core/article/language";
import { explanationValues } from "@/core/checks/explanation-values";
import type { ImportChoices } from "@/core/import/import-choices";
import type { ImportFinding } from "@/core/import/import-finding";
import type { FindingTarget, Imported, Refused } from "@/core/import/import-result";
import { ChoicesForm } from "./choices-form";
import { Findings } from "./findings";
import styles from "./import-page.module.css";
import { Preview } from "./preview";
import { Refusal } from "./refusal";
import { RunProvider } from "./run-provider";
import { SavePanel, type SaveState } from "./save-panel";
import { type PublishState, Saved } from "./saved";

type ImportWorkProps = {
  found: {
    readonly id: string;
    readonly choices: ImportChoices;
    readonly result: Imported | Refused | null;
    readonly files: readonly { readonly name: string; readonly sha256: string }[];
    readonly article: { readonly slug: string; readonly audience: string } | null;
  };
  preview:
    | (Readonly<Record<Language, string>> & { readonly part: number; readonly rowCount: number })
    | null;
  mayPublish: boolean;
  save: (state: SaveState, form: FormData) => Promise<SaveState>;
  publish: (state: PublishState, form: FormData) => Promise<PublishState>;
};

/** An import between the upload and the draft. */
export function ImportWork({ found, preview, mayPublish, save, publish }: ImportWorkProps) {
  const t = useTranslations("ImportPage");
  const say = useImportWords();
  const { id, choices, result, files, article } = found;
  const names = [...new Set(files.map(({ name }) => name || t("pasted")))];
  if (article) {
    return (
      <main id="main" className={styles.start}>
        <header className={styles.named}>
          <h1>{names.join(" · ")}</h1>
        </header>
        <Saved
          slug={article.slug}
          isPublished={article.audience === "library"}
          mayPublish={mayPublish}
          publish={publish}
        />
      </main>
    );
  }
  const [first, second] = files;
  return (
    <main id="main" className={result?.ok ? styles.work : styles.start}>
      <header className={styles.named}>
        <h1>{names.join(" · ")}</h1>
      </header>
      <RunProvider id={id} choices={choices} isFresh={result === null}>
        {result && !result.ok && (
          <Refusal
            id={id}
            reason={result.reason}
            why={say.refusal(result)}
            choices={choices}
            names={files.map(({ name }) => name)}
          />
        )}
        {result?.ok && (
          <div className={styles.sheet}>
            <div className={styles.aside}>
              <Findings
                counts={result.counts}
                findings={[
                  ...result.findings.map(({ finding, target }, index) => ({
                    key: `f${index}`,
                    text: say.finding(finding),
                    href: hrefOf(target, preview?.part ?? 1),
                  })),
                  ...result.notices.map((notice, index) => ({
                    key: `n${index}`,
                    text: say.notice(notice),
                    href: null,
                  })),
                ]}
                leftOvers={result.leftOvers}
                lexicon={result.lexicon}
              />
            </div>
            <details className={styles.otherwise}>
              <summary>{t("choices")}</summary>
              <p className={styles.hint}>{t("choicesHint")}</p>
              <ChoicesForm
                key={JSON.stringify([choices, result.lines])}
                choices={choices}
                lines={result.lines}
                division={result.division}
                files={first && second ? [first.name, second.name] : null}
              />
            </details>
            <SavePanel id={id} hasResult save={save} />
            {preview && (
              <Preview
                id={id}
                heads={result.heads}
                part={preview.part}
                parts={result.counts.parts}
                html={preview}
                rowCount={preview.rowCount}
              />
            )}
          </div>
        )}
        {!result?.ok && <SavePanel id={id} hasResult={false} save={save} />}
      </RunProvider>
      <footer className={styles.original}>
        <h2>{t("original")}</h2>
        <dl>
          {files.map(({ name, sha256 }) => (
            <div key={`${name} ${sha256}`}>
              <dt>{name || t("pasted")}</dt>
              <dd>
                {t("hash")}: <code>{sha256}</code>
              </dd>
            </div>
          ))}
        </dl>
      </footer>
    </main>
  );
}

/** In another part the page is loaded anew: only then does the browser go to the sentence and give it the focus. */
function hrefOf(target: FindingTarget | null, shown: number): string | null {
  if (!target) return null;
  const fragment = `#${target.sentenceId}`;
  return target.part === shown ? fragment : `?part=${target.part}${fragment}`;
}

function useImportWords() {
  const t = useTranslations("Import");
  const explain = useTranslations("Checks");
  const pasted = useTranslations("ImportPage")("pasted");
  return {
    refusal: ({ reason, values }: Refused) =>
      t(`refusal.${reason}`, { ...values, file: values.file || pasted }),
    finding: (finding: ImportFinding) => {
      const { side, sentence, text } = finding;
      const number = (sentence ?? 0) + 1;
      if (!("values" in finding)) return t(`finding.${finding.kind}.${side}`, { text, number });
      const { kind, values } = finding;
      const explanation = explain(`explanation.${kind}`, explanationValues({ ...values, text }));
      return t(sentence === null ? `check.${side}.side` : `check.${side}.sentence`, {
        number,
        explanation,
      });
    },
    notice: ({ kind, file, count }: Imported["notices"][number]) =>
      t(`notice.${kind}`, { file: file || pasted, count }),
  };
}
