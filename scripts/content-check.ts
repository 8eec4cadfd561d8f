import { languages } from "@/core/article/language";
import { checkContent } from "./content/check-content";
import { describeContent, describeRefusal } from "./content/describe-content";
import { operatorLanguage } from "./operator-messages";

// Says what the library would make of the files in `content`: `npm run content:check [-- --write] [SLUG]`.
const directory = "content";

process.exitCode = await main(process.argv.slice(2));

/** Exit codes: 0 nothing wrong, 1 errors in the articles, 2 the command is wrong. */
async function main(argv: readonly string[]): Promise<number> {
  const wanted = languages.find((each) => argv.includes(`--lang=${each}`));
  const language = operatorLanguage(process.env, wanted);
  const options = argv.filter((word) => word.startsWith("-"));
  const [slug = null, second] = argv.filter((word) => !word.startsWith("-"));
  const isKnown = (option: string) => option === "--write" || option === `--lang=${wanted}`;
  if (second !== undefined || !options.every(isKnown)) {
    console.error(describeRefusal("usage", directory, slug, language));
    return 2;
  }

  const report = await checkContent(directory, slug, options.includes("--write"));
  if (!report.ok) {
    console.error(describeRefusal(report.reason, directory, slug, language));
    return 1;
  }
  console.log(describeContent(report.folders, language));
  const isBad = report.folders.some(
    (folder) => "refusal" in folder || folder.messages.some(({ isError }) => isError),
  );
  return isBad ? 1 : 0;
}
