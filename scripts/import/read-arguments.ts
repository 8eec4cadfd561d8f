import { parseArgs } from "node:util";
import type { Language } from "@/core/article/language";
import { isSlug } from "@/core/article/slug";

export type ImportArguments = {
  /** One, or two that hold a language each. */
  readonly files: readonly string[];
  /** Missing where the article may choose its own. */
  readonly slug?: string;
  /** An article that a translation file belongs to: its changed segments go there. */
  readonly into?: string;
  readonly isDryRun: boolean;
  /** Into the library at once, for everybody. */
  readonly isPublished: boolean;
  readonly isJson: boolean;
  readonly language?: Language;
};

export type ArgumentProblem = {
  readonly reason:
    | "file-missing"
    | "too-many-files"
    | "option-unknown"
    | "value-missing"
    | "slug-invalid"
    | "language-unknown";
  /** The argument that is wrong; empty where one is missing. */
  readonly argument: string;
};

export type ArgumentsResult =
  | { readonly ok: true; readonly arguments: ImportArguments }
  /** The language is the wanted one as far as it could be read, so that the problem can be told in it. */
  | { readonly ok: false; readonly problem: ArgumentProblem; readonly language?: Language };

const options = {
  slug: { type: "string" },
  into: { type: "string" },
  lang: { type: "string" },
  "dry-run": { type: "boolean" },
  publish: { type: "boolean" },
  json: { type: "boolean" },
} as const;

/** Reads what stands after `npm run import --`. */
export function readArguments(argv: readonly string[]): ArgumentsResult {
  const { tokens, values, positionals } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const language = values.lang === "de" || values.lang === "en" ? values.lang : undefined;
  const refuse = (reason: ArgumentProblem["reason"], argument = ""): ArgumentsResult => ({
    ok: false,
    problem: { reason, argument },
    ...(language && { language }),
  });

  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (!Object.hasOwn(options, token.name)) return refuse("option-unknown", token.rawName);
    const takesValue = ["slug", "lang", "into"].includes(token.name);
    const hasValue =
      token.value !== undefined && token.value !== "" && !token.value.startsWith("--");
    if (takesValue && !hasValue) return refuse("value-missing", token.rawName);
    if (!takesValue && token.value !== undefined)
      return refuse("option-unknown", `${token.rawName}=${token.value}`);
  }
  if (values.lang !== undefined && !language)
    return refuse("language-unknown", String(values.lang));
  const slug = typeof values.slug === "string" ? values.slug : undefined;
  if (slug !== undefined && !isSlug(slug)) return refuse("slug-invalid", slug);
  const into = typeof values.into === "string" ? values.into : undefined;
  if (into !== undefined && !isSlug(into)) return refuse("slug-invalid", into);
  const [file, second, third] = positionals;
  if (!file) return refuse("file-missing");
  if (third !== undefined) return refuse("too-many-files", third);
  if (into && second !== undefined) return refuse("too-many-files", second);
  return {
    ok: true,
    arguments: {
      files: positionals,
      isDryRun: values["dry-run"] === true,
      isPublished: values.publish === true,
      isJson: values.json === true,
      ...(slug && { slug }),
      ...(into && { into }),
      ...(language && { language }),
    },
  };
}
