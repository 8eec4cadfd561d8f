import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  type MessageFormatElement,
  parse,
} from "@formatjs/icu-messageformat-parser";
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

/** The names of the arguments of a message, wherever they stand in it. */
function argumentsOf(text: string): string[] {
  return [...new Set(namesIn(parse(text)))].sort();
}

function namesIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (isLiteralElement(element) || isPoundElement(element)) return [];
    const isChoice = isPluralElement(element) || isSelectElement(element);
    const branches = isChoice ? Object.values(element.options).map(({ value }) => value) : [];
    return [element.value, ...branches.flatMap(namesIn)];
  });
}
