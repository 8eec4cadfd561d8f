import { useSyncExternalStore } from "react";
import { z } from "zod";

/** What a reader can set; kept in this browser, applied by `public/settings.js` before the first paint. */
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
  theme: z.enum(settingChoices.theme).catch(defaultSettings.theme),
  size: z.enum(settingChoices.size).catch(defaultSettings.size),
  measure: z.enum(settingChoices.measure).catch(defaultSettings.measure),
  leading: z.enum(settingChoices.leading).catch(defaultSettings.leading),
  hyphens: z.enum(settingChoices.hyphens).catch(defaultSettings.hyphens),
  margin: z.enum(settingChoices.margin).catch(defaultSettings.margin),
});

const key = "settings"; // public/settings.js reads it too
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
