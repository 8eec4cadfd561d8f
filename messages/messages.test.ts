import { expect, test } from "vitest";
import de from "./de.json";
import en from "./en.json";

test("both languages of the interface have the same keys", () => {
  expect(keysOf(en)).toEqual(keysOf(de));
});

test.each([
  ["de", de],
  ["en", en],
])("every message in %s says something and keeps its arguments", (_, messages) => {
  const other = new Map(entriesOf(de).map(([key, text]) => [key, argumentsOf(text)]));
  for (const [key, text] of entriesOf(messages)) {
    expect(text.trim(), key).not.toBe("");
    expect(argumentsOf(text), key).toEqual(other.get(key));
  }
});

type Messages = { [key: string]: string | Messages };

function entriesOf(messages: Messages, path = ""): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${key}`, value]] : entriesOf(value, `${path}${key}.`),
  );
}

function keysOf(messages: Messages): string[] {
  return entriesOf(messages)
    .map(([key]) => key)
    .sort();
}

/** The names of `{count}`, `{count, plural, …}` in a message. */
function argumentsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1] ?? ""))].sort();
}
