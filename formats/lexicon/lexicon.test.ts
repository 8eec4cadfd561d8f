import { expect, test } from "vitest";
import { buildLexicon } from "@/core/alignment/lexicon/build-lexicon";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import { readPhrasePairs, readWordForms } from "@/core/alignment/lexicon/read-tsv";
import { readLexicon, writeLexicon } from "./lexicon-file";
import { readDing } from "./read-ding";

const tsv =
  "# remark\nnehmen\ttake\nHafen\tharbour; port\nvorstellen\tpresent\nzum Beispiel\tfor example\n";
const forms = {
  german: readWordForms("nehmen\tnahm; genommen\n"),
  english: readWordForms("take\ttook; taken\n"),
};

function small(): Lexicon {
  return buildLexicon(readPhrasePairs(tsv), forms);
}

test("reads headwords with their equivalents, the first counting most", () => {
  const pairs = readPhrasePairs(tsv);
  expect(pairs.map(({ de, en }) => `${de}=${en}`)).toEqual([
    "nehmen=take",
    "Hafen=harbour",
    "Hafen=port",
    "vorstellen=present",
    "zum Beispiel=for example",
  ]);
  expect(pairs[1]?.weight).toBeGreaterThan(pairs[2]?.weight ?? 1);
});

test("knows irregular and regular forms by the number of their word", () => {
  const { german, english } = small();
  expect(german.get("nahm")).toBe(german.get("nehm"));
  expect(german.get("vorgestellt")).toBe(german.get("vorstell"));
  expect(english.get("took")).toBe(english.get("tak"));
});

test("reads Ding's entries: synonyms, subentries, no remarks and placeholders", () => {
  const pairs = readDing(
    [
      "# Version :: 1",
      "Hafen {m}; Seehafen {m} | Häfen {pl} :: harbour [Br.]; port | harbours",
      "jdm. etw. vorstellen {vt} (zeigen) :: to present sth. to sb.",
      "no entry",
    ].join("\n"),
  );
  expect(pairs.map(({ de, en }) => `${de}=${en}`)).toEqual([
    "Hafen=harbour",
    "Hafen=port",
    "Seehafen=harbour",
    "Seehafen=port",
    "Häfen=harbours",
    "vorstellen=present   to",
  ]);
});

test("gives back the lexicon that was written, whatever kind of bytes it comes in", () => {
  const lexicon = small();
  const bytes = writeLexicon(lexicon);
  for (const read of [readLexicon(bytes), readLexicon(Buffer.from(bytes))]) {
    expect(read?.german).toEqual(lexicon.german);
    expect(read?.english).toEqual(lexicon.english);
    expect(read?.toEnglish).toEqual(lexicon.toEnglish);
    expect(read?.toGerman).toEqual(lexicon.toGerman);
  }
});

test("reads nothing from other files and from truncated ones", () => {
  const bytes = writeLexicon(small());
  expect(readLexicon(new Uint8Array())).toBeNull();
  expect(readLexicon(new TextEncoder().encode("hello\nworld\n"))).toBeNull();
  for (const length of [10, 30, 100, bytes.length - 1]) {
    expect(readLexicon(bytes.subarray(0, length))).toBeNull();
  }
});
