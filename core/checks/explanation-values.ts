import type { Finding } from "./finding";

/** What the messages `Checks.explanation` may ask for, whichever rule found something. */
export function explanationValues(values: Finding["values"]) {
  return {
    text: values.text ?? "",
    other: values.other ?? "–",
    right: values.right ?? values.other ?? "–",
    count: Number(values.count ?? 1),
  };
}
