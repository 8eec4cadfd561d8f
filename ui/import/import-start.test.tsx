import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import type { LexiconLayer } from "@/core/import/import-result";
import messages from "@/messages/en.json";
import { ImportStart } from "./import-start";

// Only leads to imports that wait, of which there are none here.
vi.mock("@/i18n/navigation", () => ({ Link: "a" }));

test.each<[LexiconLayer, string]>([
  ["none", messages.ImportPage.lexicon.none],
  ["built-in", messages.ImportPage.lexicon["built-in"]],
  ["dictionary", messages.ImportPage.lexicon.dictionary],
])("whoever brings a text is told which dictionary it is read with: %s", (layer, said) => {
  const page = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/Berlin">
      <ImportStart unsaved={[]} lexicon={layer}>
        <form />
      </ImportStart>
    </NextIntlClientProvider>,
  );
  expect(page).toContain(said);
});
