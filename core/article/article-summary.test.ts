import { expect, test } from "vitest";
import { versionSummarySchema } from "./article-summary";

const kept = {
  titles: { de: "Elf Minuten", en: "Eleven minutes" },
  minutes: { de: 9, en: 8 },
  level: "C1",
  direction: "de-en",
  isFiction: true,
};

test("a summary that was stored before subtitles were kept has none", () => {
  const { subtitles } = versionSummarySchema.parse(kept);
  expect(subtitles).toEqual({ de: null, en: null });
});

test("a summary keeps the subtitle of each side", () => {
  const subtitles = { de: "Reportage aus einer Stadt, die es nicht gibt", en: null };
  expect(versionSummarySchema.parse({ ...kept, subtitles }).subtitles).toEqual(subtitles);
});
