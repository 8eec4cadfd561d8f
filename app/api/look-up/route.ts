import { z } from "zod";
import { languages } from "@/core/article/language";
import { loadDictionary } from "@/server/dictionary/load-dictionary";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";

const daySeconds = 24 * 60 * 60;

const questionSchema = z.object({
  language: z.enum(languages),
  words: z.string().min(1).max(200),
  particles: z
    .string()
    .max(60)
    .transform((text) => text.split(",").filter((particle) => particle !== "")),
});

/** What the dictionary says of a few words: `{ entries }`. The same for everybody, and nobody's text. */
export function GET(request: Request) {
  return answer(request, async () => {
    const search = new URL(request.url).searchParams;
    const question = questionSchema.safeParse({
      language: search.get("language"),
      words: search.get("words"),
      particles: search.get("particles") ?? "",
    });
    if (!question.success) return refusal("invalid");
    const entries = loadDictionary().lookUp(question.data);
    return Response.json(
      { entries },
      { headers: { "cache-control": `public, max-age=${daySeconds}` } },
    );
  });
}
