import { buildLexicon } from "@/core/alignment/lexicon/build-lexicon";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import { readPhrasePairs, readWordForms } from "@/core/alignment/lexicon/read-tsv";
import { checkArticle } from "@/core/checks/check-article";
import type { GlossaryTerm } from "@/core/checks/context";
import type { ToWorker } from "./check-messages";

// Runs the rules beside the page: what the checks need to know of words is held here and nowhere else in the browser.
let lexicon: Lexicon | null = null;
let glossary: readonly GlossaryTerm[] = [];

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "check") {
    const findings = checkArticle(data.article, { lexicon, glossary });
    postMessage({ id: data.id, findings });
    return;
  }
  glossary = data.glossary;
  if (data.words === null) return;
  const { phrases, germanForms, englishForms } = data.words;
  const forms = { german: readWordForms(germanForms), english: readWordForms(englishForms) };
  lexicon = buildLexicon(readPhrasePairs(phrases), forms);
});
