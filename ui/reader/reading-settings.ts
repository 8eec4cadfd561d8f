import { useSyncExternalStore } from "react";
import { z } from "zod/mini"; // a tenth of zod: this is part of every first load

/** What a reader can set; kept in this browser, applied by `app/early.js` before the first paint. */
export const settingChoices = {
  theme: ["system", "light", "dark", "sepia"],
  size: ["small", "medium", "large", "huge"],
  measure: ["narrow", "medium", "wide"],
  leading: ["tight", "medium", "loose"],
  hyphens: ["on", "off"],
  margin: ["on", "off"],
} as const;

export type SettingName = keyof typeof settingChoices;
type ReadingSettings = { [Name in SettingName]: (typeof settingChoices)[Name][number] };

const defaultSettings: ReadingSettings = {
  theme: "system",
  size: "medium",
  measure: "medium",
  leading: "medium",
  hyphens: "on",
  margin: "on",
};

const settingsSchema = z.object({
  theme: z.catch(z.enum(settingChoices.theme), defaultSettings.theme),
  size: z.catch(z.enum(settingChoices.size), defaultSettings.size),
  measure: z.catch(z.enum(settingChoices.measure), defaultSettings.measure),
  leading: z.catch(z.enum(settingChoices.leading), defaultSettings.leading),
  hyphens: z.catch(z.enum(settingChoices.hyphens), defaultSettings.hyphens),
  margin: z.catch(z.enum(settingChoices.margin), defaultSettings.margin),
});

const key = "settings"; // app/early.js reads it too
const listeners = new Set<() => void>();
let known: ReadingSettings | null = null;

function subscribeToSettings(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

/** The same object until a setting changes. */
function getSettings(): ReadingSettings {
  known ??= settingsSchema.parse(readStored());
  return known;
}

/** Applies a setting to the page at once and keeps it. */
export function putSetting(name: SettingName, value: string): void {
  known = settingsSchema.parse({ ...getSettings(), [name]: value });
  if (value === defaultSettings[name]) delete document.documentElement.dataset[name];
  else document.documentElement.dataset[name] = value;
  try {
    localStorage.setItem(key, JSON.stringify(known));
  } catch {
    // storage may be forbidden: the choice lasts as long as the page
  }
  for (const onChange of listeners) onChange();
}

function readStored(): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") ?? {};
  } catch {
    return {};
  }
}

/** The settings in a component, and again whenever one changes. */
export function useSettings(): ReadingSettings {
  return useSyncExternalStore(subscribeToSettings, getSettings, () => defaultSettings);
}
