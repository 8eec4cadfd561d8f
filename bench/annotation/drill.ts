import { editDrill } from "./edits/edit-drill";

// What annotations must survive: `npm run drill -- edits`. docs/annotations.md has the rules and the results.
process.exitCode = await main(process.argv.slice(2));

async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (name === "edits") return editDrill(rest);
  console.error("Usage: npm run drill -- edits [OPTIONS]");
  return 2;
}
