import { runLine } from "./admin/run-line";

// What an operator or a script of theirs needs beside the pages: `npm run admin -- user create --email anna@example.org`.
process.exitCode = await runLine(process.argv.slice(2));
