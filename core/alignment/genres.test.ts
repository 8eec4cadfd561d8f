import { expect, test } from "vitest";
import { builtInForms, builtInPhrases } from "@/scripts/dictionary/built-in-lexicon";
import { align } from "./align";
import { buildLexicon } from "./lexicon/build-lexicon";

// Nothing was tuned on these; docs/alignment.md says what failed when they were first tried. A line is a bead: German sentences, "=", English ones, each parted by "|"; "¶" ends a paragraph.
const genres = {
  "a dialogue of short turns": `
    „Bist du wach?“ = “Are you awake?” ¶
    „Nein.“ = “No.” ¶
    „Dann hör zu.“ | „Unten hat jemand die Tür aufgemacht.“ = “Then listen. Somebody has opened the door downstairs.” ¶
    „Das war der Wind.“ = “That was the wind.” ¶
    „Der Wind hustet nicht.“ = “The wind does not cough.” ¶
    „Gut.“ = “All right.” ¶
    „Ich gehe nachsehen.“ = “I'll go and look.” ¶
    „Nimm die Lampe mit.“ = “Take the lamp with you.” ¶
    „Warum immer ich?“ = “Why is it always me?” ¶`,
  "a law with numbered paragraphs": `
    § 3 Nutzung der Brücke = Section 3 Use of the bridge ¶
    (1) Fahrzeuge über 12 Tonnen dürfen die Brücke nicht befahren. = (1) Vehicles of more than 12 tonnes must not use the bridge. ¶
    (2) Die Gemeinde kann Ausnahmen zulassen. | Sie sind schriftlich zu beantragen. = (2) The municipality may grant exceptions, which must be applied for in writing. ¶
    (3) Wer gegen Absatz 1 verstößt, zahlt eine Geldbuße bis zu 500 Euro. = (3) Anyone who violates subsection 1 shall pay a fine of up to 500 euros. ¶
    § 4 Sperrung = Section 4 Closure ¶
    (1) Bei Hochwasser ist die Brücke zu sperren. = (1) The bridge shall be closed during floods. ¶
    (2) Die Sperrung ist bekannt zu machen. = (2) Notice of the closure shall be given. ¶
    (3) § 3 bleibt unberührt. = ¶
    § 5 Inkrafttreten = Section 5 Entry into force ¶
    Diese Satzung tritt am 1. Juli 2024 in Kraft. = This by-law enters into force on 1 July 2024. ¶`,
  "a poem": `
    Der Abend legt die Schuhe ab, = The evening takes its shoes off ¶
    er geht auf leisen Socken = and goes in quiet socks ¶
    die Treppe und den Flur hinab = down the stairs and down the hall ¶
    und hält die Uhren an. = and stops the clocks. ¶
    Im Garten steht ein Apfelbaum, = An apple tree stands in the garden, ¶
    der hat sein Laub verloren, = it has lost its leaves, ¶
    er träumt von einem weißen Traum, = it dreams a dream of white, ¶
    aus Blüten und aus Schnee. = of blossom and of snow. ¶`,
  "a list": `
    Mehl, 500 g = 500 g flour ¶
    Zucker, 200 g = 200 g sugar ¶
    Butter, weich = soft butter ¶
    Salz = ¶
    drei Eier = three eggs ¶
    ein Glas Milch = a glass of milk ¶
    = vanilla ¶
    Äpfel, geschält = peeled apples ¶
    Zimt = cinnamon ¶`,
  "subtitles that are cut at other places": `
    Wir müssen los, | bevor es hell wird. = We have to leave before it gets light. ¶
    Hast du die Schlüssel? = Do you have the keys? ¶
    Sie liegen auf dem Tisch, neben dem Brief. = They're on the table, | next to the letter. ¶
    [Musik] = [Music] ¶
    Welcher Brief? = What letter? ¶
    Der von deinem Bruder. = The one from your brother. ¶
    Er schreibt, dass er nicht kommt, | weil das Schiff im Hafen liegt = He writes that he isn't coming because the ship is in the harbour ¶
    und keiner es reparieren kann. = and nobody can repair it. ¶
    Mach das Licht aus. = Turn off the light. ¶`,
  "a text of which a third is left out": `
    Das Museum öffnete im Mai. = The museum opened in May. ¶
    Am ersten Tag kamen zwölf Besucher. = ¶
    Die Kassiererin schenkte ihnen Kaffee. = The cashier poured them coffee. ¶
    Im Keller lagerten noch die Kisten mit den Masken. = The crates with the masks were still stored in the cellar. ¶
    Niemand wusste, woher sie stammten. = ¶
    Ein alter Kapitän hatte sie gestiftet. = An old captain had donated them. ¶
    = He never asked for thanks. ¶
    Sein Enkel verlangte sie im Herbst zurück. = In autumn his grandson demanded them back. ¶
    Die Stadt lehnte ab. = ¶
    Vor Gericht stritten sie drei Jahre lang. = They argued in court for three years. ¶
    Heute hängen die Masken in einer Schule. = Today the masks hang in a school. ¶
    Die Kinder fürchten sich nicht. = ¶`,
};

const lexicon = buildLexicon(builtInPhrases(), builtInForms());

test.each(Object.entries(genres))("%s is aligned as it was translated", (_, written) => {
  const gold = written.split("¶").flatMap((line) => {
    const [de, en] = line
      .split("=")
      .map((half) => half.split("|").flatMap((each) => each.trim() || []));
    return de && en ? [{ de, en }] : [];
  });
  const side = (name: "de" | "en") => ({
    sentences: gold.flatMap((bead) => bead[name]),
    paragraphs: gold.flatMap((bead, index) => bead[name].map(() => index)),
  });
  const [de, en] = [side("de"), side("en")];
  const found = align(de, en, lexicon).map((bead) => ({
    de: bead.de.flatMap((index) => de.sentences[index] ?? []),
    en: bead.en.flatMap((index) => en.sentences[index] ?? []),
  }));
  expect(found).toEqual(gold);
});
