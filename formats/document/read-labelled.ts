import { type Language, languages } from "@/core/article/language";
import { languageEvidence } from "@/core/text/identify-language";
import { cutLine, isPlain } from "../raw-text/cut-line";
import type { Line } from "../raw-text/read-lines";
import { freeGroup, type SideGroup } from "./document-sides";

const prefix =
  /^(?:\[?(de|deu|ger|deutsch|german|dt\.?)\]?|\[?(en|eng|englisch|english|engl\.?)\]?)\s*(?::|\||[–—-]\s|(?<=\]))\s*(?=\S)/iu;

type Labelled = {
  readonly groups: readonly SideGroup[];
  readonly prefixes: readonly { readonly side: Language; readonly text: string }[];
};

/**
 * "DE: Guten Tag." and "EN: Good day." in turn: each line belongs to the language its label names, lines without one to the
 * language of the line before. `null` where lines are not labelled like this.
 */
export function readLabelled(lines: readonly Line[]): Labelled | null {
  const labels = lines.map((line) => (isPlain(line) ? labelOf(line.text) : null));
  const first = labels.findIndex((label) => label !== null);
  const counts = languages.map((side) => labels.filter((label) => label?.side === side).length);
  if (first !== 0 || counts.some((count) => count < 2)) return null;

  const cycles: Record<Language, Line[]>[] = [];
  const all: Record<Language, Line[]> = { de: [], en: [] };
  const prefixes: { side: Language; text: string }[] = [];
  let side: Language = labels[0]?.side ?? "de";
  const leader = side;
  lines.forEach((line, index) => {
    const label = labels[index];
    const startsCycle = label?.side === leader && (index === 0 || side !== leader);
    if (startsCycle) cycles.push({ de: [], en: [] });
    if (label) {
      side = label.side;
      prefixes.push({ side, text: line.text.slice(0, label.length).trim() });
    }
    const rest = label ? cutLine(line, label.length, line.text.length) : line;
    cycles.at(-1)?.[side].push(rest);
    all[side].push(rest);
  });
  const german = languages.map((each) => languageEvidence(textOf(all[each])).german);
  if ((german[0] ?? 0) <= (german[1] ?? 0)) return null; // "English: A Global Language" labels nothing
  const isPaired = cycles.every((cycle) => cycle.de.length > 0 && cycle.en.length > 0);
  return { groups: (isPaired ? cycles : [all]).map(freeGroup), prefixes };
}

function labelOf(text: string): { side: Language; length: number } | null {
  const found = prefix.exec(text);
  if (!found) return null;
  return { side: found[1] === undefined ? "en" : "de", length: found[0].length };
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join("\n");
}
