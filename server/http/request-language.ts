import "server-only";
import { type Language, languages } from "@/core/article/language";

/** The language to answer in: of ours the one the reader's browser prefers (`Accept-Language`), German where it has no opinion. */
export function requestLanguage(request: Request): Language {
  return languageOfHeaders(request.headers);
}

export function languageOfHeaders(headers: Headers): Language {
  const wishes = (headers.get("accept-language") ?? "").slice(0, 500).split(",");
  const ranked = wishes
    .map(parseWish)
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality); // stable: equal wishes stay in the order they were sent
  for (const { tag } of ranked) {
    const language = languages.find((known) => tag === known || tag.startsWith(`${known}-`));
    if (language) return language;
  }
  return "de";
}

function parseWish(wish: string): { tag: string; quality: number } {
  const [tag = "", ...parameters] = wish.split(";").map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  return { tag, quality: quality === undefined ? 1 : Number(quality) || 0 };
}
