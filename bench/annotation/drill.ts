import { editDrill } from "./edits/edit-drill";
import { outboxDrill } from "./outbox/outbox-drill";

// What annotations must survive: `npm run drill -- edits`, `npm run drill -- outbox`. docs/annotations.md has the rules and the results.
process.exitCode = await main(process.argv.slice(2));

async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (name === "edits") return editDrill(rest);
  if (name === "outbox") return outboxDrill(rest);
  console.error("Usage: npm run drill -- edits|outbox [OPTIONS]");
  return 2;
}
