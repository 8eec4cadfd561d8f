import { describeChecks, describeRefusal } from "./checks/describe-checks";
import { readArguments } from "./checks/read-arguments";
import { runChecks } from "./checks/run-checks";
import { operatorLanguage } from "./operator-messages";

// Says what is odd about an article, a folder of aligned texts or a file of pairs: `npm run checks -- [SLUG | --data DIR | --pairs FILE] [--json]`.
process.exitCode = await main(process.argv.slice(2));

/** Exit codes: 0 nothing at warning or above, 1 findings, 2 the command is wrong or there is nothing to check. */
async function main(argv: readonly string[]): Promise<number> {
  const parsed = readArguments(argv);
  const language = operatorLanguage(process.env, parsed?.language);
  if (!parsed) {
    console.error(describeRefusal({ reason: "usage", detail: "" }, language));
    return 2;
  }
  const result = await runChecks(parsed.target);
  if (!result.ok) {
    console.error(describeRefusal(result, language));
    return 2;
  }
  console.log(
    parsed.isJson
      ? JSON.stringify(result.report, null, 2)
      : describeChecks(result.report, language),
  );
  return result.report.findings.some(({ severity }) => severity !== "note") ? 1 : 0;
}
