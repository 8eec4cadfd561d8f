import type { Colour } from "@/core/annotation/annotation";

/** What a key asks for, given where the reader is. */
export type KeyAct =
  | { readonly kind: "choose" | "note-sentence" | "open"; readonly sentence: HTMLElement }
  | { readonly kind: "focus-bar" | "cancel" | "note" | "look-up" | "remove" }
  | { readonly kind: "colour"; readonly colour: Colour }
  | { readonly kind: "extend"; readonly direction: 1 | -1 };

type Situation = {
  /** The sentence that has the focus. */
  readonly sentence: HTMLElement | null;
  /** How the passage was chosen that the bar is open for; `null` when it is not. */
  readonly passage: "pointer" | "keyboard" | null;
  /** Whether the bar is open for an annotation that is already there. */
  readonly hasChosen: boolean;
};

type Keys = Pick<KeyboardEvent, "key" | "shiftKey">;

/**
 * On a sentence: `h` chooses it, `n` writes a note on it, `e` or Enter opens what is marked in it. At the bar: 1 to 4 colour,
 * `n` writes, `l` looks up, Shift+arrows change the passage, Delete deletes, Escape ends. `null` for every other key.
 */
export function keyAct(event: Keys, situation: Situation): KeyAct | null {
  const { passage, hasChosen } = situation;
  return passage || hasChosen ? actAtBar(event, situation) : actOnSentence(event, situation);
}

function actAtBar(
  { key, shiftKey }: Keys,
  { passage, hasChosen, sentence }: Situation,
): KeyAct | null {
  const colour = colourKeys[key];
  if (colour) return { kind: "colour", colour };
  if (key === "Escape") return { kind: "cancel" };
  if (key === "n") return { kind: "note" };
  if (key === "l" && passage) return { kind: "look-up" };
  if (key === "h" && passage !== "keyboard") return { kind: "focus-bar" };
  if (key === "e" && sentence) return { kind: "open", sentence };
  if (key === "Delete" && hasChosen && !passage) return { kind: "remove" };
  if (!shiftKey) return null;
  if (key === "ArrowRight") return { kind: "extend", direction: 1 };
  return key === "ArrowLeft" ? { kind: "extend", direction: -1 } : null;
}

function actOnSentence({ key, shiftKey }: Keys, { sentence }: Situation): KeyAct | null {
  if (!sentence || shiftKey) return null;
  if (key === "h") return { kind: "choose", sentence };
  if (key === "n") return { kind: "note-sentence", sentence };
  return key === "e" || key === "Enter" ? { kind: "open", sentence } : null;
}

const colourKeys: Readonly<Record<string, Colour>> = {
  "1": "yellow",
  "2": "green",
  "3": "blue",
  "4": "pink",
};
