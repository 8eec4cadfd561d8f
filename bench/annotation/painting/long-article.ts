import type { Article } from "@/core/article/article";
import { readVersion } from "@/formats/version/read-version";
import { seededRandom } from "../edits/seeded-random";

const words = {
  de: "Wasser Licht Hafen Brief Turm Wind Nacht Stein lange keiner wieder gegen oben schrieb hielt kam blieb dort immer zwei".split(
    " ",
  ),
  en: "water light harbour letter tower wind night stone long nobody again against above wrote held came stayed there always two".split(
    " ",
  ),
};

/** An article of as many rows as wanted, of the length of ordinary paragraphs; no two alike. */
export function longArticle(rows: number): Article {
  const random = seededRandom(1);
  const sentence = (side: "de" | "en", row: number, index: number) => {
    const body = Array.from({ length: 9 + random.below(8) }, () => random.pick(words[side]));
    return `${body.join(" ")} ${row}.${index}.`.replace(/^./, (first) => first.toUpperCase());
  };
  const paragraphs = (side: "de" | "en") =>
    Array.from({ length: rows }, (_, row) =>
      [0, 1, 2, 3].map((index) => sentence(side, row, index)).join(" "),
    );
  const sides = { de: paragraphs("de"), en: paragraphs("en") };
  return readVersion({ de: sides.de.join("\n\n"), en: sides.en.join("\n\n"), alignment: null })
    .article;
}
