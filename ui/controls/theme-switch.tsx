"use client";

import { Moon, Sun, SunMoon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import styles from "./control.module.css";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

const icons = { system: SunMoon, light: Sun, dark: Moon };

/** Steps through system, light and dark; `public/settings.js` applies the choice before the next page's first paint. */
export function ThemeSwitch() {
  const t = useTranslations("Controls");
  const theme = useSyncExternalStore(subscribe, currentTheme, (): Theme => "system");
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
  const Icon = icons[theme];
  const words = t("theme", { theme: t(`themes.${theme}`) });
  return (
    <button
      type="button"
      className={styles.control}
      aria-label={words}
      title={words}
      onClick={() => choose(next)}
    >
      <Icon size={17} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
}

const changed = new Set<() => void>();

function subscribe(onChange: () => void) {
  changed.add(onChange);
  return () => changed.delete(onChange);
}

function currentTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

function choose(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // storage may be forbidden: the choice lasts as long as the page
  }
  for (const onChange of changed) onChange();
}
