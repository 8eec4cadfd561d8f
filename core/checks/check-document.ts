import type { Lexicon } from "../alignment/lexicon/lexicon";
import { type Language, languages, otherLanguage } from "../article/language";
import { allPassages, type CheckedDocument, type Passage, type Unit } from "./checked-document";
import type { Context, GlossaryTerm, PassageRule, UnitRule } from "./context";
import { documentStyle } from "./document-style";
import { findAcronym } from "./find-acronym";
import { findBrackets } from "./find-brackets";
import { findComponent } from "./find-component";
import { findDash } from "./find-dash";
import { findDate } from "./find-date";
import { findDoubleMark } from "./find-double-mark";
import { findDoubleSpace } from "./find-double-space";
import { findDoubleWord } from "./find-double-word";
import { findEmptySide } from "./find-empty-side";
import { findEndMark } from "./find-end-mark";
import { findGlossary } from "./find-glossary";
import { findGluedWords } from "./find-glued-words";
import { findInconsistent, findInconsistentTerms, type UnitFlaw } from "./find-inconsistent";
import { findLength } from "./find-length";
import { findMagnitude } from "./find-magnitude";
import { findMeasure } from "./find-measure";
import { findMultiple } from "./find-multiple";
import { findName } from "./find-name";
import { findNameVariants } from "./find-name-variants";
import { findNationality } from "./find-nationality";
import { findNoBreakSpace } from "./find-no-break-space";
import { findNumber } from "./find-number";
import { findNumberFormat } from "./find-number-format";
import { findNumberMissing } from "./find-number-missing";
import { findPartlyUntranslated } from "./find-partly-untranslated";
import { findQuotes } from "./find-quotes";
import { findQuotesMissing } from "./find-quotes-missing";
import { findRelativeDay } from "./find-relative-day";
import { findSpaceBeforeMark } from "./find-space-before-mark";
import { findTermSlips } from "./find-term-slip";
import { findTime } from "./find-time";
import { findUnpaired } from "./find-unpaired";
import { findUntranslated } from "./find-untranslated";
import type { Finding, Place } from "./finding";
import { findingKey } from "./finding-key";
import type { Flaw } from "./flaw";
import { knowsCompound } from "./knows-word";
import { nameSpellings } from "./names/name-spelling";
import { type MatchedQuantities, matchQuantities } from "./quantities/match-quantities";
import type { Quantity } from "./quantities/quantity";
import { readQuantities } from "./quantities/read-quantities";
import { ruleSeverity } from "./rule";

export type CheckOptions = {
  /** `null` where none is at hand: what needs to know words finds less. */
  readonly lexicon: Lexicon | null;
  readonly glossary?: readonly GlossaryTerm[];
};

/** A side that is empty or in the other language is wrong as a whole: what else is odd about it follows from that. */
const wholeRules: readonly UnitRule[] = [findEmptySide, findUntranslated];

const unitRules: readonly UnitRule[] = [
  findUnpaired,
  findPartlyUntranslated,
  findNumber,
  findMagnitude,
  findDate,
  findRelativeDay,
  findMultiple,
  findTime,
  findMeasure,
  findNumberFormat,
  findNumberMissing,
  findName,
  findNationality,
  findAcronym,
  findEndMark,
  findQuotesMissing,
  findLength,
  findGlossary,
  findComponent,
];

const passageRules: readonly PassageRule[] = [
  findQuotes,
  findDash,
  findBrackets,
  findDoubleMark,
  findDoubleWord,
  findDoubleSpace,
  findGluedWords,
  findSpaceBeforeMark,
  findNoBreakSpace,
];

/** Runs every rule over a document; findings come in the order of the German side, those of a paragraph before those of its sentence pairs. */
export function checkDocument(document: CheckedDocument, options: CheckOptions): Finding[] {
  const context = contextOf(document, options);
  const foreign = new Set<Unit>();
  const units = document.units.flatMap((unit) => {
    const whole = wholeRules.flatMap((rule) => rule(unit, context));
    if (whole.length > 0) foreign.add(unit);
    const flaws = whole.length > 0 ? whole : unitRules.flatMap((rule) => rule(unit, context));
    return flaws.map((flaw): UnitFlaw => ({ unit, flaw }));
  });
  const across: UnitFlaw[] = [
    ...findInconsistent(context),
    ...findInconsistentTerms(context),
    ...findTermSlips(context),
    ...findNameVariants(context),
  ].filter(({ unit }) => !foreign.has(unit));
  const skipped = new Set([...foreign].flatMap(wrongPassages));
  const passages = allPassages(document)
    .filter((passage) => !skipped.has(passage))
    .flatMap((passage) => passageFlaws(passage, context));
  const byPassage = unitsByPassage(document);
  const findings = [
    ...titleFinding(document),
    ...straightQuotes(context),
    ...joinHabits(passages).map((each) => passageFinding(each, byPassage)),
    ...joinLostMarks(joinUnitHabits(withoutDoubles([...units, ...across]))),
  ];
  return inOrder(findings, document);
}

/** Passages that consist of sentences in the wrong language, or of none. */
function wrongPassages(unit: Unit): Passage[] {
  return languages.flatMap((side) =>
    unit[side].pieces.flatMap(({ passage }) => (passage.sentences.length === 1 ? [passage] : [])),
  );
}

function contextOf(document: CheckedDocument, { lexicon, glossary = [] }: CheckOptions): Context {
  const quantities = new Map<Unit, Readonly<Record<Language, readonly Quantity[]>>>();
  const matched = new Map<Unit, MatchedQuantities>();
  const germanWords = new Map<string, boolean>();
  const quantitiesOf = (unit: Unit) => {
    const known = quantities.get(unit);
    if (known) return known;
    const read = { de: readQuantities(unit.de.text, "de"), en: readQuantities(unit.en.text, "en") };
    quantities.set(unit, read);
    return read;
  };
  return {
    document,
    lexicon,
    glossary,
    style: documentStyle(allPassages(document)),
    quantitiesOf,
    matchedOf: (unit) => {
      const known = matched.get(unit);
      if (known) return known;
      const { de, en } = quantitiesOf(unit);
      const found = matchQuantities(de, en);
      matched.set(unit, found);
      return found;
    },
    facing: facingPassages(document),
    beside: besidePassages(document),
    knowsGerman: (word) => {
      const known = germanWords.get(word);
      if (known !== undefined) return known;
      const isKnown = lexicon !== null && knowsCompound(lexicon, word);
      germanWords.set(word, isKnown);
      return isKnown;
    },
    spellingOf: nameSpellings(),
    neighboursOf: ({ index }) =>
      [-2, -1, 1, 2]
        .flatMap((step) => document.units[index + step] ?? [])
        .filter((unit) => unit.de.pieces[0]?.passage.kind !== "line"),
  };
}

function facingPassages({ units }: CheckedDocument): Context["facing"] {
  const facing = new Map<Passage, Set<Passage>>();
  for (const unit of units) {
    for (const side of languages) {
      for (const { passage } of unit[side].pieces) {
        const others = facing.get(passage) ?? new Set();
        for (const piece of unit[otherLanguage(side)].pieces) others.add(piece.passage);
        facing.set(passage, others);
      }
    }
  }
  return (passage) => [...(facing.get(passage) ?? [])];
}

function besidePassages({ passages }: CheckedDocument): Context["beside"] {
  const places = new Map(
    languages.flatMap((side) =>
      passages[side].map((passage, index): [Passage, number] => [passage, index]),
    ),
  );
  return (passage) => {
    const place = places.get(passage) ?? 0;
    return [-2, -1, 1, 2].flatMap((step) => passages[passage.side][place + step] ?? []);
  };
}

type PassageFlaw = {
  readonly passage: Passage;
  readonly flaw: Flaw;
  readonly others: readonly Place[];
};

function passageFlaws(passage: Passage, context: Context): PassageFlaw[] {
  return passageRules.flatMap((rule) =>
    rule(passage, context).map((flaw) => ({ passage, flaw, others: [] })),
  );
}

// The same thing twice is a habit of the document: one finding names all places.
const habit = 2;

function joinHabits(flaws: readonly PassageFlaw[]): PassageFlaw[] {
  const groups = new Map<string, PassageFlaw[]>();
  for (const each of flaws) {
    if (each.flaw.habit === undefined) continue;
    groups.set(each.flaw.habit, [...(groups.get(each.flaw.habit) ?? []), each]);
  }
  return flaws.flatMap((each): PassageFlaw[] => {
    const group = each.flaw.habit === undefined ? [] : (groups.get(each.flaw.habit) ?? []);
    if (group.length < habit) return [each];
    const [first, ...rest] = group;
    return first === each ? [{ ...each, others: rest.map(placeInPassage) }] : [];
  });
}

function placeInPassage({ passage, flaw }: Pick<PassageFlaw, "passage" | "flaw">): Place {
  const { start, end } = flaw.span;
  const sentence = passage.sentences.find((each) => start >= each.start && start < each.end);
  return { side: passage.side, blockId: passage.id, sentenceId: sentence?.id ?? null, start, end };
}

function unitsByPassage({ units }: CheckedDocument): ReadonlyMap<Passage, readonly Unit[]> {
  const byPassage = new Map<Passage, Unit[]>();
  for (const unit of units) {
    for (const { passage } of languages.flatMap((side) => unit[side].pieces)) {
      const list = byPassage.get(passage) ?? [];
      if (list.at(-1) !== unit) list.push(unit);
      byPassage.set(passage, list);
    }
  }
  return byPassage;
}

function passageFinding(
  { passage, flaw, others }: PassageFlaw,
  byPassage: ReadonlyMap<Passage, readonly Unit[]>,
): Finding {
  const place = placeInPassage({ passage, flaw });
  const sentence = passage.sentences.find(
    ({ start, end }) => flaw.span.start >= start && flaw.span.start < end,
  );
  const unit = byPassage
    .get(passage)
    ?.find((each) =>
      each[passage.side].pieces.some(
        (piece) =>
          piece.passage === passage &&
          (sentence?.id === null || piece.sentence.id === sentence?.id),
      ),
    );
  return {
    rule: flaw.rule,
    severity: ruleSeverity[flaw.rule],
    unit: unit?.index ?? null,
    place,
    counterpart: null,
    others,
    values: {
      ...flaw.values,
      text: flaw.values?.text ?? passage.text.slice(flaw.span.start, flaw.span.end),
      count: String(others.length + 1),
    },
    fix: flaw.fix ?? null,
    key: findingKey(flaw.rule, [
      flaw.habit !== undefined && others.length > 0 ? flaw.habit : around(passage.text, flaw),
    ]),
  };
}

/** The same two names at odds again and again are one finding. */
function joinUnitHabits(flaws: readonly UnitFlaw[]): Finding[] {
  const first = new Map<string, number>();
  const findings: Finding[] = [];
  for (const each of flaws) {
    const finding = unitFinding(each);
    const name = each.flaw.habit === undefined ? null : `${each.flaw.side} ${each.flaw.habit}`;
    const at = name === null ? undefined : first.get(name);
    const before = at === undefined ? undefined : findings[at];
    if (at !== undefined && before) {
      const others = [...before.others, finding.place];
      findings[at] = {
        ...before,
        others,
        values: { ...before.values, count: String(others.length + 1) },
      };
      continue;
    }
    if (name !== null) first.set(name, findings.length);
    findings.push(finding);
  }
  return findings;
}

// A document in which so many names have lost their marks does without them altogether.
const manyNames = 2;

function joinLostMarks(findings: readonly Finding[]): Finding[] {
  const lost = findings.filter(({ rule }) => rule === "name-diacritics");
  const [first, ...rest] = lost;
  if (!first || lost.length <= manyNames) return [...findings];
  const others = [...first.others, ...rest.flatMap((each) => [each.place, ...each.others])];
  const values = { ...first.values, count: String(others.length + 1) };
  const key = findingKey("name-diacritics", ["throughout"]);
  return findings.flatMap((each) => {
    if (each === first) return [{ ...first, others, values, key }];
    return lost.includes(each) ? [] : [each];
  });
}

/** The words about a place: enough to know it again, little enough to outlive a change elsewhere in the paragraph. */
function around(text: string, { span }: Flaw): string {
  const reach = 24;
  return text.slice(Math.max(0, span.start - reach), span.end + reach);
}

function unitFinding({ unit, flaw }: UnitFlaw): Finding {
  const other = otherLanguage(flaw.side);
  const place = placeInUnit(unit, flaw.side, flaw.span);
  const counterpart = flaw.counterpart ? placeInUnit(unit, other, flaw.counterpart) : null;
  return {
    rule: flaw.rule,
    severity: ruleSeverity[flaw.rule],
    unit: unit.index,
    place,
    counterpart,
    others: [],
    values: {
      ...flaw.values,
      text: flaw.values?.text ?? unit[flaw.side].text.slice(flaw.span.start, flaw.span.end),
      count: "1",
    },
    fix: flaw.fix ?? null,
    key: findingKey(
      flaw.rule,
      flaw.habit === undefined
        ? [unit.de.text, unit.en.text, ...Object.values(flaw.values ?? {})]
        : [flaw.habit],
    ),
  };
}

function placeInUnit(unit: Unit, side: Language, span: { start: number; end: number }): Place {
  const { pieces } = unit[side];
  const piece = pieces.findLast(({ start }) => start <= span.start) ?? pieces[0];
  if (!piece) return { side, blockId: null, sentenceId: null, ...span };
  const shift = piece.sentence.start - piece.start;
  const limit = piece.passage.text.length;
  return {
    side,
    blockId: piece.passage.id,
    sentenceId: piece.sentence.id,
    start: Math.min(span.start + shift, limit),
    end: Math.min(span.end + shift, limit),
  };
}

/** Of two rules that say the same of the same place the first is kept. */
function withoutDoubles(flaws: readonly UnitFlaw[]): UnitFlaw[] {
  const seen = new Set<string>();
  return flaws.filter(({ unit, flaw }) => {
    const family = flaw.rule === "same-translation" ? "inconsistent-translation" : flaw.rule;
    const name = `${unit.index} ${flaw.side} ${family} ${flaw.span.start}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

function titleFinding({ untitled, passages }: CheckedDocument): Finding[] {
  if (untitled === null) return [];
  const other = otherLanguage(untitled);
  const title =
    passages[other].find(({ id }) => id === "title")?.text ?? passages[other][0]?.text ?? "";
  return [
    {
      rule: "title-missing",
      severity: ruleSeverity["title-missing"],
      unit: null,
      place: { side: untitled, blockId: null, sentenceId: null, start: 0, end: 0 },
      counterpart: null,
      others: [],
      values: { text: title, count: "1" },
      fix: null,
      key: findingKey("title-missing", [untitled, title]),
    },
  ];
}

function straightQuotes({ style, document }: Context): Finding[] {
  return languages.flatMap((side): Finding[] => {
    const passage = document.passages[side].find(
      ({ text, kind }) => kind !== "code" && /(?<!\d)"/u.test(text),
    );
    if (!passage || !style.isStraight[side] || style.straightQuotes[side] < 2) return [];
    const start = passage.text.search(/(?<!\d)"/u);
    return [
      {
        rule: "quotes-straight",
        severity: ruleSeverity["quotes-straight"],
        unit: null,
        place: { side, blockId: passage.id, sentenceId: null, start, end: start + 1 },
        counterpart: null,
        others: [],
        values: { text: '"', count: String(style.straightQuotes[side]) },
        fix: null,
        key: findingKey("quotes-straight", [side]),
      },
    ];
  });
}

function inOrder(findings: readonly Finding[], document: CheckedDocument): Finding[] {
  const order = new Map(document.passages.de.map(({ id }, index) => [id, index]));
  const unitOf = ({ unit, place }: Finding) =>
    unit ?? (place.side === "de" ? (order.get(place.blockId ?? "") ?? -1) : -1);
  return [...findings].sort((a, b) => unitOf(a) - unitOf(b) || a.place.start - b.place.start);
}
