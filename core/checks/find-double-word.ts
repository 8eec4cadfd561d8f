import type { PassageRule } from "./context";
import type { Flaw } from "./flaw";

/** Words that follow themselves in good sentences: "die, die die Glocke hörten", "that that", "had had", "how she did did not". */
const repeatable = {
  de: /^(?:der|die|das|dem|den|sie|ihr|was|wer|sein|sehr|ganz|so|nein|ja|viel|lange)$/u,
  en: /^(?:that|had|is|her|did|do|it|in|on|blah|bye|very|so|no|ha|knock|there|what|who|many|you|long|far|much|really|too|no|yes|then)$/u,
};
const neverRepeated = /^(?:in|on|it)$/u;

/** "the the", "sich sich"; names such as "Bora Bora" are capitalised. */
export const findDoubleWord: PassageRule = ({ text, side, kind }) => {
  if (kind === "code") return [];
  const expression =
    /(?<![\p{L}\p{N}'’-])(\p{L}\p{Ll}+)[ \u00a0\n]+(\p{Ll}{2,})(?![\p{L}\p{N}'’-])/gu;
  const flaws: Flaw[] = [];
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    const [whole, first = "", second = ""] = match;
    expression.lastIndex = match.index + first.length;
    if (first.toLowerCase() !== second || /^(?:x+)$/u.test(second)) continue;
    // "das Leben leben": a noun and its verb.
    const isStart = /(?:^|[.!?:]["“”’»]? |["„“»])$/u.test(text.slice(0, match.index));
    if (/^\p{Lu}/u.test(first) && !isStart) continue;
    if (repeatable[side].test(second) && !neverRepeated.test(second)) continue;
    // "He came in in a hurry" is right now and then: at the head of a sentence it is not.
    if (
      side === "en" &&
      /^(?:in|on)$/u.test(second) &&
      /\p{Ll} $/u.test(text.slice(0, match.index))
    )
      continue;
    flaws.push({
      rule: "double-word",
      side,
      span: { start: match.index, end: match.index + whole.length },
      values: { text: whole },
      fix: first,
    });
  }
  return flaws;
};
