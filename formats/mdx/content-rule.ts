import type { Point, Position } from "unist";
import type { VFile } from "vfile";

/** Where messages of this room come from: the `source` of a VFile message. */
const messageSource = "content";

/**
 * What can be said about the text of an article. Each is a key of `Content.rule` in messages and the `ruleId` of a VFile
 * message; "error" means that something is not shown as its author meant it.
 */
export const contentRules = {
  syntax: "error",
  "too-deep": "error",
  "import-or-export": "error",
  expression: "error",
  "raw-html": "error",
  "unknown-component": "error",
  "misplaced-component": "error",
  "expression-attribute": "error",
  "unknown-attribute": "error",
  "missing-attribute": "error",
  "invalid-tone": "error",
  "figure-content": "error",
  "unsafe-link": "error",
  "unsafe-image": "error",
  "inline-image": "error",
  "empty-link": "error",
  "front-matter-syntax": "error",
  "front-matter-field": "error",
  "front-matter-unclosed": "error",
  "shared-field": "error",
  "alignment-unreadable": "error",
  "alignment-inconsistent": "warning",
  "definition-unused": "warning",
  "footnote-repeated": "warning",
  "footnote-unused": "warning",
  "source-shown": "warning",
} as const satisfies Record<string, "error" | "warning">;

export type ContentRule = keyof typeof contentRules;

export function isContentRule(ruleId: string | undefined): ruleId is ContentRule {
  return ruleId !== undefined && Object.hasOwn(contentRules, ruleId);
}

/** Reports to the author through the file; `actual` names what was met, `expected` what is possible instead. */
export function report(
  file: VFile,
  rule: ContentRule,
  place: Point | Position | undefined,
  actual?: string,
  expected?: readonly string[],
): void {
  const reason = actual === undefined ? rule : `${rule}: ${actual}`;
  const message = file.message(reason, { place, ruleId: rule, source: messageSource });
  message.actual = actual;
  message.expected = expected && [...expected];
  message.fatal = contentRules[rule] === "error";
}
