import { describe, expect, test } from "vitest";
import { findByline, findDateline } from "./dateline";

const names = new Set(["anezka novak"]);

describe("findDateline", () => {
  test.each([
    ["de", "Berlin, 6. April 2025", "Berlin, 6. April 2025", null, ""],
    [
      "de",
      "Sonntag, 6. April 2025 – Die Ebbe kam früh.",
      "Sonntag, 6. April 2025",
      null,
      "Die Ebbe kam früh.",
    ],
    ["de", "Kiel, den 6.4.2025 | Anna Berg", "Kiel, den 6.4.2025", "Anna Berg", ""],
    ["de", "KIEL (dpa) – Die Ebbe kam früh.", "KIEL (dpa)", null, "Die Ebbe kam früh."],
    ["de", "6. April / Anežka Novák Möwen schrien.", "6. April", "Anežka Novák", "Möwen schrien."],
    [
      "en",
      "April,6 / Anna van der Berg As the tide fell, he left.",
      "April,6",
      "Anna van der Berg",
      "As the tide fell, he left.",
    ],
    ["en", "April 6, 2025 The tide fell.", "April 6, 2025", null, "The tide fell."],
    ["en", "KYIV, April 6 — Tides fell.", "KYIV, April 6", null, "Tides fell."],
    [
      "en",
      "6 April 2025 / Anna Berg, Correspondent",
      "6 April 2025",
      "Anna Berg, Correspondent",
      "",
    ],
    ["en", "2025-04-06", "2025-04-06", null, ""],
  ] as const)("cuts the date from a line, %s: %s", (language, line, dateline, byline, rest) => {
    expect(findDateline(line, language, names)).toMatchObject({ dateline, byline, rest });
  });

  test.each([
    ["de", "6. April war es kalt."],
    ["de", "Am 6. April kam die Flut."],
    ["en", "April 6 was a cold day."],
    ["en", "May 3–5 the harbour is closed."],
    ["en", "May the tide fall."],
    ["en", "BBC – a name for radio"],
  ] as const)("leaves a date in its sentence, %s: %s", (language, line) => {
    expect(findDateline(line, language, names)).toBeNull();
  });
});

describe("findByline", () => {
  test("finds a byline alone and one that is glued to the text", () => {
    expect(findByline("Von Anna Berg", "de", names)).toMatchObject({
      byline: "Von Anna Berg",
      rest: "",
    });
    expect(findByline("By Anna Berg The tide fell.", "en", names)).toMatchObject({
      byline: "By Anna Berg",
      rest: "The tide fell.",
    });
  });

  test("leaves a sentence that begins with Von", () => {
    expect(findByline("Von Anna Berg hörte man nichts mehr.", "de", names)).toBeNull();
  });
});
