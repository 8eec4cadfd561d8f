import { runCommand } from "./import/run-command";

// Turns a raw bilingual document into an aligned article: `npm run import -- FILE [FILE2] [--slug SLUG] [--publish] [--dry-run] [--json]`, or takes a
// translation file back into its article: `npm run import -- FILE.tmx --into SLUG`.
process.exitCode = await runCommand(process.argv.slice(2));
