import { readCases } from "@/bench/align/read-cases";
import { checkDocument } from "@/core/checks/check-document";
import { documentOfCase } from "@/scripts/checks/document-of-case";
import { loadLexicon } from "@/scripts/dictionary/load-lexicon";
const l = loadLexicon("built-in"); const lexicon = l.ok ? l.lexicon : null;
const only = process.argv[2]; const max = Number(process.argv[3] ?? 0);
const counts = new Map<string, number>(); let pairs = 0; let all = 0;
const fam = new Map<string,[number,number]>();
const t0 = performance.now();
const out: string[] = [];
for (const c of readCases("/work/shared/bench/align/dev", null)) {
  const doc = documentOfCase(c);
  const n = c.beads.filter((b) => b.de.length && b.en.length).length;
  pairs += n;
  const f = checkDocument(doc, { lexicon });
  let w = 0;
  for (const x of f) {
    counts.set(x.rule, (counts.get(x.rule) ?? 0) + 1);
    if (x.severity !== "note") { all += 1; w++; }
    { const u = doc.units.find((u) => u.index === x.unit);
      out.push(`${x.rule}\t${c.name} ${x.place.side} «${x.values.text}» / «${x.values.other ?? x.values.right ?? ""}» ×${x.values.count}\t${u?.de.text}\t${u?.en.text}`); }
  }
  const e = fam.get(c.family) ?? [0,0]; fam.set(c.family, [e[0]+w, e[1]+n]);
}
console.log([...counts].sort((a, b) => b[1] - a[1]).map(([k, v]) => `${k} ${v}`).join("\n"));
console.log([...fam].map(([k,[w,n]])=>`${k} ${w}/${n} = ${(100*w/n).toFixed(2)}`).join("\n"));
console.log(`pairs ${pairs} findings ${all} per 100: ${((100 * all) / pairs).toFixed(2)}; ${(performance.now()-t0).toFixed(0)} ms`);

import { writeFileSync } from "node:fs"; writeFileSync("/tmp/dev-findings.tsv", out.join("\n"));
