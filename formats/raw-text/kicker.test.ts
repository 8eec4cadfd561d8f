import { expect, test } from "vitest";
import { isKicker } from "./kicker";

test.each(["WIRTSCHAFT", "Analyse:", "Politik | Inland", "GUEST COLUMN", "Opinion"])(
  "%j stands above a headline",
  (line) => expect(isKicker(line)).toBe(true),
);

test.each([
  "Die Brücke",
  "Politik der leeren Stühle",
  "NIEMAND KAM.",
  "1998",
  "DIE LANGE NACHT DER HUNDERT LICHTER VON KALLBY",
])("%j is a headline itself, or text", (line) => expect(isKicker(line)).toBe(false));
