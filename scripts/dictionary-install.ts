import { createTranslator } from "use-intl/core";
import { installDictionary } from "./dictionary/install-dictionary";
import { operatorLanguage, operatorMessages } from "./operator-messages";

// Installs the open dictionary that makes alignment and look-up better: `npm run dictionary:install [-- --file FILE]`.
process.exitCode = await main(process.argv.slice(2));

/** Exit codes: 0 installed, 1 the dictionary could not be had or read, 2 the command is wrong. */
async function main(argv: readonly string[]): Promise<number> {
  const language = operatorLanguage(process.env);
  const t = createTranslator({
    locale: language,
    messages: operatorMessages(language),
    namespace: "DictionaryInstall",
  });
  const [option, file = null, ...rest] = argv;
  const isRight = argv.length === 0 || (option === "--file" && file !== null && rest.length === 0);
  if (!isRight) {
    console.error(t("usage"));
    return 2;
  }
  console.error(t("started"));
  const result = await installDictionary(file);
  if (!result.ok) {
    console.error(t(`refusal.${result.reason}`, { file: file ?? "" }));
    return 1;
  }
  const megabytes = Math.round(result.bytes / 1e6);
  console.log(t("done", { words: result.words, megabytes, folder: result.folder }));
  return 0;
}
