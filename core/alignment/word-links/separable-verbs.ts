import { isFunctionWord } from "../../text/function-words";
import { stemGerman } from "../../text/stem-german";
import type { Lexicon } from "../lexicon/lexicon";
import type { Token } from "./split-tokens";

/** A verb and its particle that stands apart, by token, and the number of the whole verb in the lexicon: "stellte … vor" is "vorstellen". */
export type SeparableVerb = {
  readonly verb: number;
  readonly particle: number;
  readonly number: number;
};

const particles: ReadonlySet<string> = new Set(
  "ab an auf aus bei dar durch ein fest fort frei heim her heran heraus herein herum herunter hervor hin hinaus hinein hinzu los mit nach nieder statt teil um unter vor voran voraus vorbei weg weiter wieder zu zurück zusammen bereit bekannt kennen".split(
    " ",
  ),
);

/** A particle ends its clause; its verb stands before it, within the clause or one that was put in between. */
export function findSeparableVerbs(
  tokens: readonly Token[],
  lexicon: Lexicon | null,
): SeparableVerb[] {
  if (!lexicon) return [];
  return tokens.flatMap((token, particle): SeparableVerb[] => {
    const form = token.text.toLowerCase();
    if (!isLoneParticle(tokens, particle)) return [];
    for (let verb = particle - 1; verb >= 0; verb -= 1) {
      const candidate = tokens[verb];
      if (!candidate || !mayBeVerb(candidate.text, verb)) continue;
      const number = joinedNumber(form, candidate.text, lexicon);
      if (number !== null) return [{ verb, particle, number }];
    }
    return [];
  });
}

/** Whether a token is a particle that ends its clause, and so may belong to a verb before it. */
export function isLoneParticle(tokens: readonly Token[], place: number): boolean {
  const next = tokens[place + 1];
  const endsClause = next === undefined || next.followsMark || joins.has(next.text.toLowerCase());
  return endsClause && particles.has(tokens[place]?.text.toLowerCase() ?? "");
}

/** Nouns are written large, and a verb of this kind is no word like "den" or "zu". */
function mayBeVerb(form: string, place: number): boolean {
  if (isFunctionWord(form, "de")) return false;
  return place === 0 || !/^\p{Lu}/u.test(form);
}

const joins: ReadonlySet<string> = new Set(["und", "oder", "aber"]);

/** The verb that particle and form make: the form itself under the prefix, or the prefix before the form's own infinitive. */
function joinedNumber(particle: string, form: string, lexicon: Lexicon): number | null {
  const joined = lexicon.german.get(stemGerman(particle + form.toLowerCase()));
  if (joined !== undefined) return joined;
  const stem = stemGerman(form.toLowerCase());
  const weak = stem.replace(/e?t$/, "");
  return weak.length < 3 ? null : (lexicon.german.get(stemGerman(particle) + weak) ?? null);
}
