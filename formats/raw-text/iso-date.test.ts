import { expect, test } from "vitest";
import { isoDate } from "./iso-date";

test.each([
  ["Berlin, 6. April 2025", "2025-04-06"],
  ["Sonntag, den 6. März 2025", "2025-03-06"],
  ["October 3rd, 1990", "1990-10-03"],
  ["3.10.1990", "1990-10-03"],
  ["1990-10-03", "1990-10-03"],
  ["April,6", null],
  ["31. Februar 2025", null],
  ["03/10/1990", null],
])("reads %j as %j", (dateline, expected) => {
  expect(isoDate(dateline)).toBe(expected);
});
