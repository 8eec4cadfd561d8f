"use client";

import { useTranslations } from "next-intl";
import controlStyles from "@/ui/controls/control.module.css";
import { putSetting, type SettingName, settingChoices, useSettings } from "./reading-settings";
import { keepRow, rowInView } from "./row-in-view";
import styles from "./settings-panel.module.css";

const names = Object.keys(settingChoices) as SettingName[];

/** Type, theme and margin: every choice shows at once behind the open panel. */
export function SettingsPanel() {
  const t = useTranslations("Settings");
  const settings = useSettings();
  return (
    <>
      <button
        type="button"
        className={controlStyles.control}
        popoverTarget="settings"
        title={t("title")}
      >
        <span aria-hidden="true" className={styles.letters}>
          Aa
        </span>
        <span className="visually-hidden">{t("title")}</span>
      </button>
      <div
        id="settings"
        popover="auto"
        className={styles.panel}
        role="dialog"
        aria-label={t("title")}
      >
        {names.map((name) => (
          <fieldset key={name} className={styles.setting}>
            <legend>{t(`${name}.name`)}</legend>
            <div className={styles.choices}>
              {settingChoices[name].map((value) => (
                <label key={value} className={styles.choice}>
                  <input
                    type="radio"
                    name={name}
                    value={value}
                    checked={settings[name] === value}
                    onChange={() => choose(name, value)}
                  />
                  <span>{t(`${name}.${value}` as Parameters<typeof t>[0])}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </>
  );
}

/** Other type moves the text: the row that was in view stays where it was. */
function choose(name: SettingName, value: string) {
  const place = rowInView();
  putSetting(name, value);
  if (place) keepRow(place);
}
