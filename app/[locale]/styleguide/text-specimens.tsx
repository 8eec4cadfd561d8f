import { useTranslations } from "next-intl";
import { colours } from "@/core/annotation/annotation";
import { MarkedExample } from "@/ui/controls/marked-example";
import { Specimen } from "./specimen";
import styles from "./styleguide.module.css";

/** Prose as the reading page sets it, with what a reader's pointer, focus and marks do to it. */
export function TextSpecimens() {
  const t = useTranslations("Styleguide");
  const about = useTranslations("About.example");
  return (
    <Specimen title={t("text")}>
      <MarkedExample />
      <div className={styles.columns}>
        <div data-side="de" lang="de" className="cell">
          <h2>{t("prose.heading")}</h2>
          <p>
            {t("prose.plain")} <span data-lit="" data-sentence="">{`${t("prose.lit")} `}</span>
            {t.rich("prose.inline", {
              em: (words) => <em>{words}</em>,
              dfn: (words) => <dfn>{words}</dfn>,
              link: (words) => <a href="#main">{words}</a>,
            })}
          </p>
          <blockquote>{t("prose.plain")}</blockquote>
          <div className="callout">{t("prose.callout")}</div>
        </div>
        <div data-side="de" lang="de" className="cell">
          {colours.map((colour) => (
            <p key={colour}>
              {(["highlight", "twin"] as const).map((kind) => (
                <span key={kind}>
                  {about.rich("de", {
                    mark: (words) => <mark data-paint={`${kind}-${colour}`}>{words}</mark>,
                  })}{" "}
                </span>
              ))}
            </p>
          ))}
          <table>
            <thead>
              <tr>
                <th>{t("prose.heading")}</th>
                <th>{t("prose.number")}</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <td>{t("prose.lit")}</td>
                <td>{1917}</td>
              </tr>
            </tbody>
          </table>
        </div>
      </div>
    </Specimen>
  );
}
