import { mostImported } from "./import-batch";

export type SplitImport =
  | { readonly ok: true; readonly entries: readonly unknown[] }
  | { readonly ok: false; readonly reason: "not-json" | "nothing" | "too-many" };

/**
 * The entries of a file with annotations: a list, a collection or page of the Web Annotation model, what Hypothesis
 * exports, or one annotation alone. What answers something stands after what it may answer.
 */
export function splitImport(file: string): SplitImport {
  const parsed = parse(file);
  if (!parsed) return { ok: false, reason: "not-json" };
  const entries = entriesOf(parsed.value, 0);
  if (entries.length === 0) return { ok: false, reason: "nothing" };
  if (entries.length > mostImported) return { ok: false, reason: "too-many" };
  const isLater = (entry: unknown) => isReply(entry);
  return {
    ok: true,
    entries: [...entries.filter((entry) => !isLater(entry)), ...entries.filter(isLater)],
  };
}

function parse(file: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(file.replace(/^\uFEFF/, "")) };
  } catch {
    return null;
  }
}

const containers = ["annotations", "items", "first", "rows", "@graph"];

function entriesOf(value: unknown, depth: number): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== "object" || value === null || depth > 3) return [];
  const inside = Object.entries(value).find(
    ([name, part]) => containers.includes(name) && typeof part === "object" && part !== null,
  );
  return inside ? entriesOf(inside[1], depth + 1) : [value];
}

function isReply(entry: unknown): boolean {
  if (typeof entry !== "object" || entry === null) return false;
  if ("references" in entry && Array.isArray(entry.references)) return entry.references.length > 0;
  if (!("motivation" in entry)) return false;
  const motivations = Array.isArray(entry.motivation) ? entry.motivation : [entry.motivation];
  return motivations.some((one) => typeof one === "string" && /replying$/.test(one));
}
