import { useTranslations } from "next-intl";
import { colours } from "@/core/annotation/annotation";
import { LanguageSwitch } from "@/ui/controls/language-switch";
import messageStyles from "@/ui/controls/message-page.module.css";
import { ThemeSwitch } from "@/ui/controls/theme-switch";
import { Specimen } from "./specimen";
import styles from "./styleguide.module.css";

const roles = [
  ...["paper", "surface", "ink", "ink-soft", "line", "line-strong"],
  ...["accent", "accent-ink", "accent-wash", "lit", "lit-strong", "sure", "doubt", "danger"],
  ...colours.flatMap((colour) => [`highlight-${colour}`, `highlight-${colour}-mark`]),
];

const sizes = ["step-3", "step-2", "step-1", "step-text", "step-0", "step--1", "step--2"];

export function TokenSpecimens() {
  const t = useTranslations("Styleguide");
  return (
    <>
      <Specimen title={t("colours")}>
        <ul className={styles.swatches}>
          {roles.map((role) => (
            <li key={role}>
              <div className={styles.swatch} style={{ background: `var(--${role})` }} />
              <code>{role}</code>
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen title={t("sizes")}>
        <div className={styles.scale}>
          {sizes.map((size) => (
            <p
              key={size}
              lang="de"
              style={{ font: `400 var(--${size}) / 1.3 var(--serif)` }}
              title={size}
            >
              {t("pangram")}
            </p>
          ))}
        </div>
      </Specimen>
      <Specimen title={t("controls")}>
        <div className={styles.row}>
          <ThemeSwitch />
          <LanguageSwitch />
          <button type="button" className={messageStyles.button}>
            {t("button")}
          </button>
          <button type="button" className={messageStyles.button} disabled>
            {t("button")}
          </button>
          <a href="#main">{t("link")}</a>
        </div>
      </Specimen>
    </>
  );
}
