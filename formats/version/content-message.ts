import type { Language } from "@/core/article/language";
import { type ContentRule, contentRules, isContentRule } from "../mdx/content-rule";
import type { ReadSide } from "../mdx/read-side";

/** What the author of an article's files should know; `rule` is a key of `Content.rule` in messages. */
export type ContentMessage = {
  readonly file: `${Language}.mdx` | "alignment.json";
  readonly rule: ContentRule;
  readonly isError: boolean;
  /** 1-based line and column in the file, or `null` where the whole file is meant. */
  readonly place: { readonly line: number; readonly column: number } | null;
  /** What was met, in the words of the file or of a parser. */
  readonly actual: string;
  /** What would be possible instead; may be empty. */
  readonly expected: readonly string[];
};

export function messageOf(
  file: ContentMessage["file"],
  rule: ContentRule,
  actual = "",
): ContentMessage {
  const isError = contentRules[rule] === "error";
  return { file, rule, isError, place: null, actual, expected: [] };
}

/** The messages of one side, the way the file runs. */
export function sideMessages(language: Language, { messages }: ReadSide): ContentMessage[] {
  return messages
    .map((message): ContentMessage => {
      if (!isContentRule(message.ruleId)) throw new Error(`Unknown rule ${message.ruleId}`);
      const { line, column, actual = "", expected = [] } = message;
      const place = line && column ? { line, column } : null;
      return { ...messageOf(`${language}.mdx`, message.ruleId, actual), place, expected };
    })
    .sort((a, b) => placeNumber(a) - placeNumber(b));
}

function placeNumber({ place }: ContentMessage): number {
  return place ? place.line * 100_000 + place.column : 0;
}
