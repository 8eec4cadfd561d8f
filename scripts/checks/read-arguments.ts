import { type Language, languages } from "@/core/article/language";

/** What is to be checked. */
export type CheckTarget =
  | { readonly kind: "content" }
  | { readonly kind: "article"; readonly slug: string }
  | { readonly kind: "cases"; readonly folder: string }
  | { readonly kind: "pairs"; readonly file: string };

export type CheckArguments = {
  readonly target: CheckTarget;
  readonly isJson: boolean;
  readonly language: Language | undefined;
};

/** `null` where the command is wrong. */
export function readArguments(argv: readonly string[]): CheckArguments | null {
  const targets: CheckTarget[] = [];
  let isJson = false;
  let language: Language | undefined;
  const words = [...argv];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === "--json") isJson = true;
    else if (word.startsWith("--lang=")) {
      language = languages.find((each) => word === `--lang=${each}`);
      if (!language) return null;
    } else if (word === "--data" || word === "--pairs") {
      const path = words.shift();
      if (path === undefined) return null;
      targets.push(
        word === "--data" ? { kind: "cases", folder: path } : { kind: "pairs", file: path },
      );
    } else if (word.startsWith("-")) return null;
    else targets.push({ kind: "article", slug: word });
  }
  const [target = { kind: "content" as const }, second] = targets;
  return second ? null : { target, isJson, language };
}
