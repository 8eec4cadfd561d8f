import type { Article } from "../article/article";
import type { FrontMatter } from "../article/front-matter";
import { replaceMatches } from "../article/operations/find-text";
import type { Operation } from "../article/operations/operation";
import type { Finding } from "./finding";

/** The operation that writes what a finding suggests at its place; `null` where it suggests nothing or the place is gone. */
export function fixOfFinding(article: Article, { place, fix }: Finding): Operation | null {
  const { side, blockId, start, end } = place;
  if (fix === null || blockId === null) return null;
  if (/^[de]b\d+$/u.test(blockId)) {
    return replaceMatches(article, [{ side, blockId, start, end }], fix);
  }
  const { frontMatter } = article.sides[side];
  const written = replaceLine(frontMatter, blockId, (line) => {
    return line.slice(0, start) + fix + line.slice(end);
  });
  return written && { kind: "edit-front-matter", side, frontMatter: written };
}

const lines = ["title", "subtitle", "byline", "dateline"] as const;

function replaceLine(
  frontMatter: FrontMatter,
  name: string,
  write: (line: string) => string,
): FrontMatter | null {
  const line = lines.find((each) => each === name);
  if (line) {
    const text = frontMatter[line];
    return text === undefined ? null : { ...frontMatter, [line]: write(text) };
  }
  const number = Number(/^signature-(\d+)$/u.exec(name)?.[1] ?? 0);
  const { signature = [] } = frontMatter;
  if (number < 1 || number > signature.length) return null;
  const signed = signature.map((each, index) => (index === number - 1 ? write(each) : each));
  return { ...frontMatter, signature: signed };
}
