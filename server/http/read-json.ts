import "server-only";
import { type Refusal, refusal } from "./problem-reason";

const MAX_DEPTH = 64; // far above any valid body, far below what recursion over the value can bear

export type JsonResult = { readonly ok: true; readonly value: unknown } | Refusal;

/**
 * Reads a JSON body of at most `limitBytes`; of a longer one no more than that is read. Text that PostgreSQL cannot
 * store (NUL, half a surrogate pair) is refused here, once, for every route.
 */
export async function readJson(
  request: Request,
  limitBytes: number,
  types: readonly string[] = ["application/json"],
): Promise<JsonResult> {
  const json = await readJsonOfParts(request, limitBytes, types);
  return !json.ok || isStorable(json.value) ? json : refusal("invalid");
}

/** The same for a body of many parts, of which each that is not storable is refused by whoever reads them, and the others are not. */
export async function readJsonOfParts(
  request: Request,
  limitBytes: number,
  types: readonly string[] = ["application/json"],
): Promise<JsonResult> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (!types.includes(type ?? "")) return refusal("malformed");
  const bytes = await readBytes(request, limitBytes);
  if (!bytes) return refusal("too-large");
  const parsed = parseJson(bytes);
  if (!parsed) return refusal("malformed");
  return { ok: true, value: parsed.value };
}

async function readBytes(request: Request, limitBytes: number): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > limitBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

function parseJson(bytes: Buffer): { value: unknown } | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** No text in it that PostgreSQL does not take, and not nested too deeply to be gone through. */
export function isStorable(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return false;
    if (!level.every((inner) => typeof inner !== "string" || isStorableText(inner))) return false;
    level = level.flatMap(childrenOf);
  }
  return true;
}

function childrenOf(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Array.isArray(value) ? value : Object.entries(value).flat();
}

function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
