import { type CheckOptions, checkDocument } from "./check-document";
import { readMdxText } from "./checked-text";
import { documentOfPairs, type TextPair } from "./document-of-pairs";
import type { Finding, Place } from "./finding";
import type { Span } from "./flaw";
import type { Rule } from "./rule";

/** What a person should look at in pairs of texts that make one document, by the number of each pair; places are those of the source, markup included. */
export function checkPairs(pairs: readonly TextPair[], options: CheckOptions): Finding[][] {
  const sources = pairs.map((pair) => ({ de: readMdxText(pair.de), en: readMdxText(pair.en) }));
  const inSource = (place: Place, rule: Rule): Place => {
    const text = sources[Number(place.blockId)]?.[place.side];
    if (!text || place.blockId === null) return place;
    const isComponent = ({ start, end }: Span) => start === place.start && end === place.end;
    const component = rule === "component" ? text.components.findLast(isComponent) : undefined;
    if (component?.source) return { ...place, ...component.source };
    const end =
      place.end > place.start ? text.sourceOf(place.end - 1) + 1 : text.sourceOf(place.end);
    return { ...place, start: text.sourceOf(place.start), end };
  };
  const byPair: Finding[][] = pairs.map(() => []);
  for (const finding of checkDocument(documentOfPairs(pairs), options)) {
    const pair = finding.unit ?? Number(finding.place.blockId);
    byPair[pair]?.push({
      ...finding,
      place: inSource(finding.place, finding.rule),
      counterpart: finding.counterpart && inSource(finding.counterpart, finding.rule),
      others: finding.others.map((place) => inSource(place, finding.rule)),
    });
  }
  return byPair;
}

/** The findings of one pair of texts alone: what a row shows while somebody types in it. */
export function checkPair(pair: TextPair, options: CheckOptions): Finding[] {
  return checkPairs([pair], options)[0] ?? [];
}
