import * as z from "zod/mini";

/** What stands in the fields for pasted text; the second is kept while there is but one field. */
export type PastedTexts = {
  readonly isTwo: boolean;
  readonly first: string;
  readonly second: string;
};

const pastedSchema = z.strictObject({ isTwo: z.boolean(), first: z.string(), second: z.string() });

/** Of this tab only, and gone with it: a shared computer keeps no one's text. */
const place = "import-pasted";

export function pastedTexts([first = "", second]: readonly string[]): PastedTexts {
  return { isTwo: second !== undefined, first, second: second ?? "" };
}

/** What is brought when it is sent now. */
export function sentTexts({ isTwo, first, second }: PastedTexts): readonly string[] {
  return isTwo ? [first, second] : [first];
}

/** What is left when that is sent: a text that no field showed. */
export function textsLeft({ isTwo, second }: PastedTexts): PastedTexts {
  return { isTwo, first: "", second: isTwo ? "" : second };
}

/** What was typed before a reload, or before this tab went elsewhere and came back; `null` where there is none. */
export function readKeptTexts(): PastedTexts | null {
  try {
    const found = pastedSchema.safeParse(JSON.parse(sessionStorage.getItem(place) ?? "null"));
    return found.success ? found.data : null;
  } catch {
    return null; // storage is forbidden
  }
}

export function keepTexts(texts: PastedTexts): void {
  try {
    if (texts.first === "" && texts.second === "") sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(texts));
  } catch {
    // Forbidden, or more than fits: it stands in the fields as before.
  }
}
