import { expect, test } from "vitest";
import { operatorLanguage } from "./operator-messages";

test.each([
  [{ LC_ALL: "de_AT.UTF-8", LANG: "en_GB.UTF-8" }, "de"],
  [{ LANG: "de" }, "de"],
  [{ LANG: "den_CA" }, "en"],
  [{ LC_ALL: "", LANG: "de_DE.UTF-8" }, "de"],
  [{ LC_ALL: "C", LANG: "de_DE.UTF-8" }, "en"],
  [{}, "en"],
] as const)("speaks the language of the environment %j", (environment, language) => {
  expect(operatorLanguage(environment)).toBe(language);
});

test("speaks the wanted language whatever the environment", () => {
  expect(operatorLanguage({ LANG: "de_DE.UTF-8" }, "en")).toBe("en");
});
