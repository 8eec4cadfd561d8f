import { expect, test } from "vitest";
import { requestLanguage } from "./request-language";

test.each([
  ["en", "en"],
  ["en-GB,de;q=0.9", "en"],
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["en;q=0.5, de;q=0.7", "de"],
  ["fr,en;q=0.3", "en"],
  ["DE", "de"],
  ["de;q=0,en;q=0.1", "en"],
  ["den", "de"],
  ["fr", "de"],
  ["*", "de"],
  ["", "de"],
  [";;;,q=,en;q=x", "de"],
])("%j asks for %s", (header, language) => {
  const headers = { "accept-language": header };
  expect(requestLanguage(new Request("http://localhost/", { headers }))).toBe(language);
});
