import { describe, expect, test } from "vitest";
import { buildLexicon } from "@/core/alignment/lexicon/build-lexicon";
import { knownWordEvidence } from "@/core/alignment/lexicon/known-word-evidence";
import { builtInForms, builtInPhrases } from "@/scripts/dictionary/built-in-lexicon";
import { readDocuments } from "./read-documents";

const lexicon = buildLexicon(builtInPhrases(), builtInForms());

// Texts with hardly a function word, or that say the same again and again. A line is a pair.
const texts = {
  "a recipe's list": `
    500 g Mehl = 500 g flour
    200 g Zucker = 200 g sugar
    eine Prise Salz = a pinch of salt
    drei Eier = three eggs
    vier Äpfel, geschält = four apples, peeled
    Zimt = cinnamon`,
  "a price list": `
    Kaffee 2,80 € = Coffee €2.80
    Tee 2,40 € = Tea €2.40
    Apfelkuchen 3,90 € = Apple cake €3.90
    Suppe des Tages 5,50 € = Soup of the day €5.50
    Belegtes Brot 4,20 € = Sandwich €4.20
    Wasser 1,90 € = Water €1.90`,
  "a song with a refrain": `
    Wir fahren übers weite Land, = We're driving through the open land,
    die Räder singen leis. = the wheels are singing low.
    Heute ist ein guter Tag. = Today is a good day.
    Heute ist ein guter Tag. = Today is a good day.
    Am Fenster zieht der Wald vorbei, = The forest passes by the window,
    die Felder sind noch weiß. = the fields are white with snow.
    Heute ist ein guter Tag. = Today is a good day.
    Heute ist ein guter Tag. = Today is a good day.`,
  "a table of terms": `
    Schraube = screw
    Mutter = nut
    Unterlegscheibe = washer
    Bohrer = drill
    Hammer = hammer
    Säge = saw
    Feile = file
    Wasserwaage = spirit level
    Schraubendreher = screwdriver`,
  "a dialogue of eight lines": `
    „Guten Morgen!“ = “Good morning!”
    „Morgen.“ = “Morning.”
    „Kaffee?“ = “Coffee?”
    „Ja, bitte.“ = “Yes, please.”
    „Milch?“ = “Milk?”
    „Nein, danke.“ = “No, thanks.”
    „Zucker?“ = “Sugar?”
    „Nein.“ = “No.”`,
  "a programme": `
    9 Uhr Eröffnung = 9:00 am Opening
    9.30 Uhr Vortrag = 9:30 am Lecture
    11 Uhr Kaffeepause = 11:00 am Coffee break
    12.30 Uhr Mittagessen = 12:30 pm Lunch
    14 Uhr Führung = 2:00 pm Guided tour
    16 Uhr Ende = 4:00 pm End`,
  "a programme of three lines": `
    9 Uhr Eröffnung = 9:00 am Opening
    10 Uhr Vortrag = 10:00 am Lecture
    11 Uhr Pause = 11:00 am Break`,
  "a programme whose second line is the longest": `
    9 Uhr Eröffnung = 9:00 am Opening
    10 Uhr Vortrag im großen Saal = 10:00 am Lecture in the great hall
    12 Uhr Mittagessen = 12:00 noon Lunch`,
  "a few signs": `
    Eingang = Entrance
    Ausgang = Exit
    Nicht rauchen = No smoking
    Bitte klingeln = Please ring
    Vorsicht, Stufe = Mind the step
    Kasse = Cash desk`,
  "a poem": `
    Der Abend legt die Schuhe ab, = The evening takes its shoes off
    er geht auf leisen Socken = and goes in quiet socks
    die Treppe und den Flur hinab = down the stairs and down the hall
    und hält die Uhren an. = and stops the clocks.
    Im Garten steht ein Apfelbaum, = An apple tree stands in the garden,
    der hat sein Laub verloren. = it has lost its leaves.`,
};

function pairsOf(text: string): [string, string][] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [de = "", en = ""] = line.trim().split(" = ");
      return [de, en];
    });
}

function file(name: string, text: string) {
  return { name, bytes: new TextEncoder().encode(text) };
}

const ways = {
  "one half after the other": (pairs: [string, string][]) => [
    file(
      "a.txt",
      `${pairs.map(([de]) => de).join("\n")}\n\n${pairs.map(([, en]) => en).join("\n")}`,
    ),
  ],
  "English first, without a blank line": (pairs: [string, string][]) => [
    file("a.txt", `${pairs.map(([, en]) => en).join("\n")}\n${pairs.map(([de]) => de).join("\n")}`),
  ],
  "line by line in turn": (pairs: [string, string][]) => [
    file("a.txt", pairs.map((pair) => pair.join("\n")).join("\n\n")),
  ],
  "two columns": (pairs: [string, string][]) => [
    file("a.tsv", pairs.map((pair) => pair.join("\t")).join("\n")),
  ],
  "two pasted texts": (pairs: [string, string][]) => [
    file("", pairs.map(([de]) => de).join("\n")),
    file("", pairs.map(([, en]) => en).join("\n")),
  ],
};

describe.each(Object.entries(texts))("%s", (_, text) => {
  test.each(Object.entries(ways))("is aligned pair by pair: %s", async (_, filesOf) => {
    const pairs = pairsOf(text);
    const result = await readDocuments(filesOf(pairs), { lexicon });
    if (!result.ok) throw new Error(result.reason);
    expect(result.roles).toEqual([]);
    const { de, en } = result.sentences;
    const words = (side: readonly string[], places: readonly number[]) =>
      places.map((place) => side[place]).join(" ");
    expect(result.beads.map((bead) => [words(de, bead.de), words(en, bead.en)])).toEqual(pairs);
  });
});

test("a list with a headline set apart keeps it", async () => {
  const german = "Werkzeug\n\nHammer\nSäge\nFeile\nBohrer\nSchraube";
  const english = "Tools\n\nhammer\nsaw\nfile\ndrill\nscrew";
  const result = await readDocuments([file("de.txt", german), file("en.txt", english)], {
    lexicon,
  });
  expect(result).toMatchObject({ ok: true, titles: { de: "Werkzeug", en: "Tools" } });
});

test("in a list whose lines stand in turn, a headline is set apart by the blank line after its pair", async () => {
  const text =
    "Programm\nProgramme\n\n9 Uhr Eröffnung\n9:00 am Opening\n10 Uhr Vortrag\n10:00 am Lecture\n11 Uhr Pause\n11:00 am Break";
  const result = await readDocuments([file("a.txt", text)], { lexicon });
  if (!result.ok) throw new Error(result.reason);
  expect(result.titles).toEqual({ de: "Programm", en: "Programme" });
  expect(result.beads.map(({ de, en }) => [de, en])).toEqual([0, 1, 2].map((at) => [[at], [at]]));
});

test("a table in one language is no text in two", async () => {
  const table = file("a.tsv", "Kaffee\t2,80\nTee\t2,40\nSuppe\t5,50\nBrot\t4,20");
  expect(await readDocuments([table], { lexicon })).toMatchObject({ ok: false });
});

test.each([
  ["French", "Eau\nPain\nBeurre\nLait\nSucre\nSel\nPommes de terre\nPorte\nRestaurant\nOrange"],
  ["Dutch", "Water\nBrood\nBoter\nMelk\nSuiker\nZout\nAardappelen\nAppel\nPeer\nKaas\nZaag\nDeur"],
  ["Danish", "Vand\nBrød\nSmør\nMælk\nSukker\nSalt\nKartofler\nPære\nOst\nSav\nDør\nHus\nTræ"],
])("a list in %s beside a German one is neither German nor English", async (_, list) => {
  const german = "Wasser\nBrot\nButter\nMilch\nZucker\nSalz\nKartoffeln\nTür\nHaus\nBaum";
  const files = [file("de.txt", german), file("other.txt", list)];
  expect(await readDocuments(files, { lexicon })).toMatchObject({
    ok: false,
    reason: "no-german-or-english",
  });
});

test("words of both languages are evidence for neither", () => {
  const hear = knownWordEvidence(lexicon);
  expect(hear("Hammer, Hand, Arm").german).toBe(0);
  expect(hear("Säge").german).toBeGreaterThan(0);
  expect(hear("apple").german).toBeLessThan(0);
});
