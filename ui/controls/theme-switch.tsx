"use client";

import { Coffee, Moon, Sun, SunMoon } from "lucide-react";
import { useTranslations } from "next-intl";
import { putSetting, settingChoices, useSettings } from "@/ui/reader/reading-settings";
import styles from "./control.module.css";

const icons = { system: SunMoon, light: Sun, dark: Moon, sepia: Coffee };

/** Steps through the themes, where there is no panel with all settings. */
export function ThemeSwitch() {
  const t = useTranslations("Settings");
  const { theme } = useSettings();
  const themes = settingChoices.theme;
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
  const Icon = icons[theme];
  const words = `${t("theme.name")}: ${t(`theme.${theme}`)}`;
  return (
    <button
      type="button"
      className={styles.control}
      aria-label={words}
      title={words}
      onClick={() => putSetting("theme", next)}
    >
      <Icon size={17} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
}
