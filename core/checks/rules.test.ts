import { describe, expect, test } from "vitest";
import { builtInForms, builtInPhrases } from "@/scripts/dictionary/built-in-lexicon";
import { buildLexicon } from "../alignment/lexicon/build-lexicon";
import { articleFromBlocks } from "../article/article-from-blocks";
import { checkArticle } from "./check-article";
import { checkPairs } from "./check-pairs";
import type { GlossaryTerm } from "./context";
import type { TextPair } from "./document-of-pairs";
import { type Rule, ruleSeverity } from "./rule";

const lexicon = buildLexicon(builtInPhrases(), builtInForms());

type Case = readonly [de: string, en: string, glossary?: readonly GlossaryTerm[]];
/** The last pair is asked about; those before it are the rest of its document. */
type Fixture = { readonly hit: readonly Case[]; readonly nearMiss: readonly Case[] };

const works: readonly GlossaryTerm[] = [{ de: "Betriebsrat", en: "works council" }];

const fixtures: Readonly<Partial<Record<Rule, Fixture>>> = {
  "empty-side": {
    hit: [["Der Ofen war kalt.", "[TODO]"]],
    nearMiss: [["* * *", "* * *"]],
  },
  untranslated: {
    hit: [["The oven was cold and nobody had lit it.", "The oven was cold and nobody had lit it."]],
    nearMiss: [["Taxi Hotel Bar", "Taxi Hotel Bar"]],
  },
  "partly-untranslated": {
    hit: [
      [
        "Der Ofen war kalt, because nobody had lit it.",
        "The oven was cold because nobody had lit it.",
      ],
    ],
    nearMiss: [["Er sagte „because nobody had lit it“.", "He said, “because nobody had lit it.”"]],
  },
  number: {
    hit: [["Es kamen 318 Gäste.", "There were 381 guests."]],
    nearMiss: [
      ["Es kamen zwölf Gäste und 1.000,5 Liter.", "There were 12 guests and 1,000.5 litres."],
    ],
  },
  "number-missing": {
    hit: [
      [
        "Auf dem Platz standen 318 Stühle im Regen.",
        "There were chairs in the rain on the square.",
      ],
    ],
    nearMiss: [
      [
        "Im Jahr 1931 stand hier ein Turm aus Holz.",
        "A wooden tower used to stand here in those days.",
      ],
    ],
  },
  "number-format": {
    hit: [["Es wog 1.000,5 Gramm.", "It weighed 1.000,5 grams."]],
    nearMiss: [["Nach Abschnitt 3.7 gilt das nicht.", "Under section 3.7 this does not apply."]],
  },
  magnitude: {
    hit: [["Das kostet 3 Milliarden Euro.", "That costs 3 million euros."]],
    nearMiss: [["Das kostet 3 Billionen Euro.", "That costs 3 trillion euros."]],
  },
  date: {
    hit: [["Sie kam am 4. Mai.", "She came on 4 June."]],
    nearMiss: [["Lieferung am 04.05.2020.", "Delivery on May 4, 2020."]],
  },
  time: {
    hit: [["Wir treffen uns um 18.30 Uhr.", "We meet at 6:30 a.m."]],
    nearMiss: [["Wir treffen uns um halb sieben.", "We meet at half past six."]],
  },
  percent: {
    hit: [["Es sank um drei Prozentpunkte.", "It fell by three percent."]],
    nearMiss: [["Es sank um 3\u00a0%.", "It fell by three per cent."]],
  },
  unit: {
    hit: [["Es sind 40 Kilometer.", "It is 40 miles."]],
    nearMiss: [["Es sind 40 Kilometer.", "It is 25 miles."]],
  },
  currency: {
    hit: [["Es kostet 40 Euro.", "It costs 40 dollars."]],
    nearMiss: [["Es kostet 40 Euro.", "It costs €40."]],
  },
  name: {
    hit: [["Dann fragte Herr Tamm nach dem Schlüssel.", "Then Mr Grawert asked for the key."]],
    nearMiss: [["Dann fuhr sie nach Genf.", "Then she went to Geneva."]],
  },
  "name-spelling": {
    hit: [["Dort wartete Frau Wackernagel.", "Mrs Wackernagl was waiting there."]],
    nearMiss: [["Dort spielte man Tschaikowski.", "They were playing Tchaikovsky there."]],
  },
  "name-diacritics": {
    hit: [["Minister Husić lehnte ab.", "The minister, Mr Husic, refused."]],
    nearMiss: [["Sie wohnt in Zürich.", "She lives in Zurich."]],
  },
  acronym: {
    hit: [["Der IWF warnt.", "The IWF is warning."]],
    nearMiss: [
      ["Die USA warnen.", "The U.S. is warning."],
      ["Die DRK liegt in Afrika.", "The DRC is in Africa."],
    ],
  },
  "quotes-kind": {
    hit: [["„Komm“, sagte sie.", "„Come,“ she said."]],
    nearMiss: [["»Komm«, sagte sie.", "‘Come,’ she said."]],
  },
  "quotes-balance": {
    hit: [["Sie rief: „Komm doch!", "She called, “Do come!”"]],
    nearMiss: [['Der Schirm misst 27" und hängt.', 'The screen measures 27" and hangs.']],
  },
  "quotes-missing": {
    hit: [["„Das Haus ist alt“, sagte der Wirt.", "The house is old, said the landlord."]],
    nearMiss: [["Das Haus sei alt, sagte der Wirt.", "“The house is old,” said the landlord."]],
  },
  dash: {
    hit: [["Das Haus - ein Fachwerkbau - ist alt.", "The house—half-timbered—is old."]],
    nearMiss: [["Ein- und Ausgang sind neu.", "Entrance and exit are new."]],
  },
  brackets: {
    hit: [["Das Haus (ein Fachwerkbau ist alt.", "The house (half-timbered) is old."]],
    nearMiss: [["Er bringt a) Brot und b) Käse.", "He brings a) bread and b) cheese."]],
  },
  "end-mark": {
    hit: [["Wem gehört das Haus.", "Who owns the house?"]],
    nearMiss: [["Bitte reichen Sie mir das Salz.", "Could you pass me the salt, please?"]],
  },
  "double-word": {
    hit: [["Es war eine win win Lage.", "It was a good thing."]],
    nearMiss: [["Die Frau, die die Glocke hörte, lief los.", "The woman who heard the bell ran."]],
  },
  "double-space": {
    hit: [["Das Haus  ist alt.", "The house is old."]],
    nearMiss: [["Das Haus ist alt.", "The house is old."]],
  },
  "glued-words": {
    hit: [
      ["Eine Sicht, in derDer Vorteil zählt.", "A view in which advantage counts."],
      ["Sie kam am 6. April.", "She came on April,6."],
    ],
    nearMiss: [
      ["Der YouTuber kennt GitHub und Lehrer:innen.", "The YouTuber knows GitHub and teachers."],
    ],
  },
  "space-before-mark": {
    hit: [["Das Haus , das alte, ist leer.", "The house, the old one, is empty."]],
    nearMiss: [["Bis bald! :)", "See you! :)"]],
  },
  "no-break-space": {
    hit: [["Es stieg um 10 %.", "It rose by 10%."]],
    nearMiss: [["Es stieg um 10\u00a0%.", "It rose by 10%."]],
  },
  length: {
    hit: [
      [
        "Obwohl die Gutachter vor dem weichen Untergrund gewarnt hatten und eine zweite Prüfung verlangten, wurde die Brücke freigegeben.",
        "The bridge was opened.",
      ],
    ],
    nearMiss: [["Feierabend.", "That was it: work was over for the day."]],
  },
  glossary: {
    hit: [["Der Betriebsrat stimmt zu.", "The company board agrees.", works]],
    nearMiss: [["Die Betriebsräte stimmen zu.", "The works councils agree.", works]],
  },
  component: {
    hit: [["Das steht [hier](https://example.org/a).", "It is said here."]],
    nearMiss: [
      [
        "Das steht [hier](https://example.org/de/a).",
        "It is said [here](https://example.org/en/a).",
      ],
    ],
  },
};

function rulesOf(pairs: readonly TextPair[], glossary: readonly GlossaryTerm[] = []): Rule[] {
  const findings = checkPairs(pairs, { lexicon, glossary }).at(-1) ?? [];
  return findings.map(({ rule }) => rule);
}

function toCase([de, en, glossary = []]: Case) {
  return { de, en, glossary };
}

const named = Object.entries(fixtures);

describe.each(named)("%s", (rule, { hit, nearMiss }) => {
  test.each(hit.map(toCase))("finds it in $de, $en", ({ de, en, glossary }) => {
    expect(rulesOf([{ de, en }], glossary)).toContain(rule);
  });

  test.each(nearMiss.map(toCase))("says nothing of $de, $en", ({ de, en, glossary }) => {
    expect(rulesOf([{ de, en }], glossary)).not.toContain(rule);
  });
});

describe("rules that need a document", () => {
  const first = { de: "Die Gebühr wird nicht erstattet.", en: "The fee is non-refundable." };

  test("a sentence translated in two ways is found, forms of address are no difference", () => {
    const other = { de: first.de, en: "The charge cannot be returned." };
    expect(rulesOf([first, other])).toContain("inconsistent-translation");
    expect(rulesOf([first, first])).toEqual([]);
    const polite = { de: "Haben Sie Hunger auf Kuchen?", en: "Are you hungry for cake?" };
    expect(rulesOf([polite, { ...polite, de: "Habt ihr Hunger auf Kuchen?" }])).toEqual([]);
  });

  test("two sentences with one translation are found", () => {
    const mother = { de: "Die Mutter schwieg.", en: "The father said nothing." };
    const father = { de: "Der Vater schwieg.", en: "The father said nothing." };
    expect(rulesOf([father, mother])).toContain("same-translation");
    expect(
      rulesOf([
        { de: "Genau.", en: "Exactly." },
        { de: "Eben.", en: "Exactly." },
      ]),
    ).toEqual([]);
  });

  test("a term translated otherwise everywhere else is found", () => {
    const board = [
      { de: "Die Schiedsstelle tagt heute.", en: "The arbitration board meets today." },
      {
        de: "Den Vorsitz der Schiedsstelle führt sie.",
        en: "The arbitration board is chaired by her.",
      },
      { de: "Hier entscheidet die Schiedsstelle.", en: "Here the arbitration board decides." },
    ];
    const odd = { de: "Sie ruft die Schiedsstelle an.", en: "She calls the mediation office." };
    expect(rulesOf([...board, odd])).toContain("inconsistent-term");
    expect(rulesOf([...board, { ...odd, en: "She calls the arbitration board." }])).toEqual([]);
  });

  test("what a short text is about keeps its name: another one is found, and the name of something else; a second meaning is none", () => {
    const ledger = [
      { de: "Jede Zahlung steht im Hauptbuch.", en: "Every payment is in the ledger." },
      { de: "Das Hauptbuch liegt im Tresor.", en: "The ledger is kept in the safe." },
    ];
    const right = {
      de: "Aus dem Hauptbuch fehlte ein Blatt.",
      en: "A leaf of the ledger was gone.",
    };
    const wrong = { ...right, de: "Aus dem Kassenheft fehlte ein Blatt." };
    expect(rulesOf([...ledger, wrong])).toContain("inconsistent-term");
    expect(rulesOf([...ledger, right])).toEqual([]);

    const valve = [
      { de: "Das Ventil regelt den Druck.", en: "The valve regulates the pressure." },
      { de: "Über der Klappe sitzt ein Schild.", en: "Above the flap there is a plate." },
    ];
    const flap = { de: "Die Klappe bleibt geschlossen.", en: "The flap stays closed." };
    expect(rulesOf([...valve, { ...flap, en: "The valve stays closed." }])).toContain(
      "inconsistent-term",
    );
    expect(rulesOf([...valve, flap])).toEqual([]);

    const castle = [
      { de: "Das Schloss gehört dem Land.", en: "The castle belongs to the state." },
      { de: "Im Schloss finden Konzerte statt.", en: "Concerts are held in the castle." },
    ];
    const lock = { de: "Das Schloss der Tür war offen.", en: "The lock of the door was open." };
    expect(rulesOf([...castle, lock])).toEqual([]);
  });

  test("a document that has nothing but straight quotation marks gets one note", () => {
    const pair = { de: 'Er sagte: "Komm mit."', en: 'He said: "Come along."' };
    expect(rulesOf([pair])).toContain("quotes-straight");
    expect(rulesOf([pair])).not.toContain("quotes-kind");
  });

  test("a headline and a counterpart that are missing are found", () => {
    const side = (title: string | undefined, texts: readonly string[]) => ({
      frontMatter: title === undefined ? {} : { title },
      blocks: [
        {
          node: {
            type: "paragraph" as const,
            content: [{ type: "text" as const, text: texts.join("") }],
          },
          sentences: texts,
        },
      ],
    });
    const bead = { probability: 1, status: "proposed" as const };
    const article = articleFromBlocks(
      {
        de: side(undefined, ["Der Ofen war kalt. ", "Niemand kam."]),
        en: side("The Oven", ["The oven was cold."]),
      },
      [
        { ...bead, de: [0], en: [0] },
        { ...bead, de: [1], en: [] },
      ],
    );
    const findings = checkArticle(article, { lexicon });
    expect(findings.map(({ rule }) => rule)).toEqual(["title-missing", "unpaired"]);
    expect(findings[1]?.place).toMatchObject({
      side: "de",
      blockId: "db1",
      sentenceId: "ds2",
      start: 19,
    });
  });
});

// What was found missing by thinking of other errors of each kind; none of it is from the planted ones.
describe("errors that a first set of rules did not see", () => {
  test.each<[Rule, string, string]>([
    ["name", "Als Oma Elsa das hörte, lachte sie.", "When Grandma Edith heard that, she laughed."],
    ["name", "Bürgermeister Hansen eröffnete das Fest.", "Mayor Petersen opened the festival."],
    [
      "name-spelling",
      "Professorin Lindqvist hielt den Vortrag.",
      "Professor Linqvist gave the lecture.",
    ],
    ["name-spelling", "Frau Steinbeis kam zu spät.", "Mrs Steinbies was late."],
    ["acronym", "Die WHO warnt vor der Hitze.", "The WTO warns of the heat."],
    ["acronym", "Das BKA ermittelt.", "The BND is investigating."],
    ["time", "Dreiviertel sechs fuhr der Bus ab.", "The bus left at a quarter past six."],
    ["name", "Er kam gestern aus Hannover.", "He came from Leipzig yesterday."],
    ["name-spelling", "Wir fuhren nach Neapell.", "We went to Naples."],
    ["number", "Der Umsatz hat sich verdreifacht.", "Turnover has doubled."],
    ["number", "Sie klopfte zweimal an.", "She knocked three times."],
    ["glued-words", "Sie hatte nie gefroren.", "She had never beencold."],
    ["glued-words", "Er kam ohne Hut in die Stadt.", "He came to the townwithout a hat."],
    ["partly-untranslated", "Die dark corners machten ihm Angst.", "The dark corners scared him."],
    ["partly-untranslated", "Ziehen Sie am Copper lever.", "Pull the copper lever."],
    [
      "double-word",
      "Die Tür öffnet sich automatisch, automatisch, sobald jemand kommt.",
      "The door opens automatically as soon as somebody comes.",
    ],
    ["double-word", "Keiner weiß, wie viel das kostet.", "Nobody knows how much much this costs."],
    ["quotes-missing", "Tippen Sie dann auf Senden.", "Then tap “Send”."],
    [
      "quotes-missing",
      "Im Brief heißt es wörtlich: Wir kommen nicht wieder.",
      "The letter says, word for word: “We shall not return.”",
    ],
    [
      "quotes-missing",
      "Der Beitrag hatte die Überschrift Leben am Deich.",
      "The piece was headed “Life on the Dike”.",
    ],
    ["double-word", "Sie kam aus der Stadt.", "She came from the city and took it it with her."],
    ["double-word", "Das Buch liegt auf dem Tisch.", "The book is on on the table."],
    ["double-word", "Sie sah einen Mann.", "She saw a a man."],
    ["double-word", "Sie kam aus der der Stadt.", "She came from the city."],
    [
      "quotes-missing",
      "Der Wirt brummte: Heute ist zu.",
      "The landlord grumbled, “We are closed today.”",
    ],
    [
      "quotes-missing",
      "„Das“, sagte sie, „ist mein letztes Wort.“",
      "That, she said, is my last word.",
    ],
    [
      "quotes-missing",
      "„Wir kommen morgen wieder“, versprach die Ärztin.",
      "We will come back tomorrow, promised the doctor.",
    ],
    ["glued-words", "Am 3.Mai begann es.", "It began on 3 May."],
    ["name", "Anna öffnete das Fenster.", "Hanna opened the window."],
    ["name", "Der Zug aus Köln kam zu spät.", "The train from Koblenz was late."],
    ["name", "Österreich lehnte ab.", "Australia refused."],
    ["name", "Die Regierung in Niger trat zurück.", "The government of Nigeria resigned."],
    ["name-spelling", "Sie flog nach Wien.", "She flew to Viena."],
    ["acronym", "Die NATO verstärkt ihre Truppen.", "The EU is reinforcing its troops."],
    ["acronym", "Alle Preise inklusive MwSt.", "All prices include VTA."],
    ["time", "Treffpunkt ist um 12 Uhr mittags.", "Meet at midnight."],
    ["time", "Die Fähre legt um 18.20 Uhr ab.", "The ferry departs at 18:30."],
    ["time", "Wir sehen uns am Vormittag.", "We will meet in the afternoon."],
    ["date", "Im Herbst 1989 zogen sie um.", "They moved in the spring of 1989."],
    ["number", "Die Hälfte der Plätze blieb leer.", "A third of the seats remained empty."],
    ["unit", "Das Grundstück misst 600 Meter.", "The plot measures 600 square metres."],
    ["double-word", "Wir danken Ihnen Ihnen sehr.", "We thank you very much."],
    ["double-word", "Er stand auf dem auf dem Dach.", "He was standing on the roof."],
    ["glued-words", "Die Stadtund der Hafen wachsen.", "The city and the harbour are growing."],
    ["glued-words", "Die Fahrt dauert 20Minuten.", "The journey takes 20 minutes."],
    [
      "partly-untranslated",
      "Die Wohnung hat einen Balkon und zwei Zimmer.",
      "The flat has a balcony und zwei rooms.",
    ],
    ["quotes-kind", "„Komm mit“, sagte er.", "»Come along,« he said."],
    ["quotes-missing", "„Nein“, sagte er.", "No, he said."],
    [
      "length",
      "Der Käufer trägt die Kosten der Lieferung, sofern nichts anderes schriftlich vereinbart wurde.",
      "The buyer shall bear the costs of delivery.",
    ],
    ["end-mark", "„Kommst du mit?“, fragte sie.", "“Are you coming along.” she asked."],
    ["end-mark", "„Kommst du mit?“, fragte sie.", "“Are you coming along!” she asked."],
    ["end-mark", "Lauft bloß nicht so schnell!", "Whatever happens, do not run so fast?"],
    ["brackets", "Er [der Wirt] war krank.", "He [the landlord) was ill."],
    ["unit", "Der Wind erreichte 90 km.", "The wind reached 90 km/h."],
    ["acronym", "Die EZB hob die Zinsen, der IMF warnte.", "The ECB raised rates; the IMF warned."],
    ["magnitude", "Mehrere Hundert Gäste kamen.", "Several thousand guests came."],
    ["component", "Ein **Ofen* war kalt.", "An **oven** was cold."],
    ["quotes-kind", "Er rief nur 'Hilfe‘ und lief davon.", "He just cried ‘help’ and ran off."],
    ["name-spelling", "Dort sang Merle Altenkamp.", "Merle Altencamp sang there."],
    [
      "name",
      "Frau Gruber sprach, Herr Lindt schwieg, und Frau Moser ging.",
      "Ms Gruber spoke, Mr Gruber kept silent, and Ms Moser left.",
    ],
    [
      "quotes-missing",
      "Wir waren zu langsam, räumte die Sprecherin ein.",
      "“We were too slow,” the spokeswoman admitted.",
    ],
    [
      "quotes-missing",
      "Das Wort „Gemüt“ ist schwer zu übersetzen.",
      "The word Gemüt is hard to translate.",
    ],
    [
      "quotes-missing",
      "Im Gedicht Lob des Regens kommt kein Regen vor.",
      "In the poem “In Praise of Rain” there is no rain.",
    ],
    [
      "quotes-missing",
      "Sie sprach von einem „schweren Fehler“.",
      "She spoke of a serious mistake.",
    ],
    [
      "partly-untranslated",
      "An der Seite sitzt ein kleiner lever, der klemmt.",
      "On the side there is a small lever that sticks.",
    ],
    [
      "partly-untranslated",
      "Der Pächter haftet nicht bei höherer Gewalt.",
      "The lessee is not liable for höherer Gewalt.",
    ],
    ["glued-words", "Das Eis brach fast.", "The ice nearlybroke."],
    ["glued-words", "Rühren, bis es kocht.", "Stir the milkuntil it boils."],
    ["glued-words", "Sie kam mit drei Koffernaus Wien.", "She came from Vienna with three bags."],
    ["glued-words", "Wir zogen unsin die Hütte zurück.", "We withdrew into the hut."],
    ["glued-words", "Der Verein sucht Helfer.", "The club is lookingfor helpers."],
    ["partly-untranslated", "Im Herbst wird gepresst.", "In Herbst they press them."],
    ["partly-untranslated", "Das Gericht wies die Klage ab.", "The court dismissed die Klage."],
    ["partly-untranslated", "Der Zug fährt jede Stunde.", "The train runs jede Stunde."],
    ["partly-untranslated", "Das ist however zu prüfen.", "That, however, must be checked."],
    ["end-mark", "Warum rief er nicht an? Das ist seltsam.", "Why did he not call. That is odd."],
    [
      "quotes-missing",
      "Sie pflegte zu sagen: „Das wird schon gut.“",
      "She used to say: It will be fine.",
    ],
    ["name", "Der dänische König kam an.", "The Swedish king arrived."],
    ["name", "Von Passau fahren wir nach Linz.", "From Passau we go to Vienna."],
    ["name-spelling", "Die Autorin Wiebke Sandmann liest.", "The author Wiebke Sandman reads."],
    ["date", "Übermorgen fahren wir ans Meer.", "Tomorrow we are going to the sea."],
    ["glued-words", "Die ersten Gäste kommen mittags.", "Thefirst guests arrive at noon."],
    ["partly-untranslated", "Der Verkäufer gewährt zwei Jahre.", "The seller grants two Jahre."],
    ["partly-untranslated", "Jeder Teilnehmer erhält eins.", "Each Teilnehmer receives one."],
    [
      "partly-untranslated",
      "Er ist sehr tired nach der Reise.",
      "He is very tired after the trip.",
    ],
    ["quotes-missing", "Sie sprach von einem „Justizskandal“.", "She spoke of a judicial scandal."],
    ["name-spelling", "Der Ort heißt Wiesenbrück.", "The place is called Wisenbrück."],
    ["unit", "Geben Sie zwei Esslöffel Essig dazu.", "Add two teaspoons of vinegar."],
    [
      "length",
      "Man kann, wie schon Montaigne fand, nur über den Tod schreiben, wenn man das Leben kennt.",
      "One can write about death only if one knows life.",
    ],
  ])("%s: %s | %s", (rule, de, en) => {
    const rules = checkPairs([{ de, en }], { lexicon }).flatMap((found) =>
      found.map((finding) => finding.rule),
    );
    expect(rules).toContain(rule);
  });

  test.each([
    ["Hundertmal habe ich es dir gesagt.", "I have told you a thousand times."],
    ["Er kam um fünf vor halb drei.", "He came at twenty-five past two."],
    ["Das 1,2-Fache ist erlaubt.", "A hundred and twenty per cent is allowed."],
    ["»Geh doch«, bat er, »nur nach Haus.«", "‘Do go,’ he asked, ‘just home.’"],
    ["Ich wüsste gern, ob es noch Karten gibt.", "Are there any tickets left?"],
    ["Liebe Nachbarn!", "Dear neighbours,"],
    ["Zutritt zum Gelände verboten!", "No entry to the site"],
    ["Was sie tat, tat sie ganz.", "What she did she did with all her heart."],
    ["Auf dem Schild steht 30 km/h.", "The sign says 30 km/h."],
    ["Hunderte von Menschen kamen.", "Hundreds of people came."],
    ["Dort sprach Sergej Lawrow.", "Sergej Lavrov spoke there."],
    ["Sie gab ihr ihren Mantel und ging weiter.", "She gave her her coat and moved on on Monday."],
    ["Wenn man es sieht, ist es zu spät.", "When you see it it is too late."],
    ["Die Stadt, aus der der Zug kam, lag im Nebel.", "The city the train came from lay in fog."],
    ["Also half der Nordische Küstenfonds (NKF).", "So the Northern Coast Fund (NCF) helped."],
    ["Drücken Sie Strg und Entf.", "Press Ctrl and Del."],
    ["Er kam um drei viertel sechs.", "He came at a quarter to six."],
    ["Über der Tür steht: Betreten verboten.", "Above the door it says “No entry”."],
    ["Berlin zögert noch.", "Germany is still hesitating."],
    ["Um drei Uhr nachts war es still.", "At three in the morning it was quiet."],
    ["Die Firma Harlan und Söhne liefert.", "The firm of Harlan und Söhne delivers."],
    ["Die Müllerin wohnt im Hirschen.", "The Hirschen is where the miller’s wife lives."],
    ["Er ist ganz loyal und nicht separat.", "He is entirely loyal and not separate."],
    ["Hierdurch wurde es weitaus besser.", "This made it far better."],
    ["Er wollte das Amt innehaben, wie auch immer.", "He wanted to hold office whichever way."],
    ["Der dänische König kam an.", "The King of Denmark arrived."],
    ["Übermorgen fahren wir ab.", "We leave the day after tomorrow."],
    ["So stand es im Spiegel und in der Zeit.", "That is what Spiegel and Zeit wrote."],
    ["Am Morgen kam sie, gestern Morgen nicht.", "She came in the morning, but not yesterday."],
    ["Derweil wiederholten sie dieselben Fehler.", "Meanwhile they repeated the same mistakes."],
    ["Immer wieder und wieder schlug er zu.", "Over and over and over he struck."],
    ["Der Song lief live im Radio.", "The song was played live on the radio."],
    ["Es wurde viel, viel kälter.", "It got much much colder."],
    ["Sie ging langsam, langsam davon.", "Very slowly she walked away."],
    ["Er rief zweimal, beim dritten Mal kam sie.", "He called twice; the third time she came."],
    ["Das ist doppelt so teuer.", "That is twice as expensive."],
    ["Um 5.40 Uhr brachen sie auf.", "At 0540 hours they set out."],
    ["Backen Sie ihn bei 180\u00a0°C.", "Bake it at 350\u00a0°F."],
    ["Es kostet 35 Cent.", "It costs €0.35."],
    ["Er hatte 1,2 Promille.", "He was at 0.12%."],
    ["Vor einer Milliarde Jahren war es kahl.", "A thousand million years ago it was bare."],
    ["Herr von K– reiste ab.", "Herr von K— set off."],
    ["Zwischen Theiß und Donau liegt sie.", "It lies between the Tisza and the Danube."],
    ["Oberst Lindqvist kam zu spät.", "Colonel Lindqvist was late."],
    ["Wählen Sie die Taste „Senden“.", "Choose the “Send” button."],
    ["Das Wasser der Quelle ist im Sommer kühl.", "The spring’s water is cool in summer."],
  ])("near miss: %s | %s", (de, en) => {
    const found = checkPairs([{ de, en }], { lexicon }).flat();
    expect(found.filter(({ severity }) => severity !== "note")).toEqual([]);
  });
});

test("every rule has a fixture in both directions", () => {
  const inDocuments: Rule[] = [
    "inconsistent-translation",
    "same-translation",
    "inconsistent-term",
    "quotes-straight",
    "title-missing",
    "unpaired",
  ];
  expect([...Object.keys(fixtures), ...inDocuments].sort()).toEqual(
    Object.keys(ruleSeverity).sort(),
  );
});

test("the same flaw in many places of a document is one finding that names them all", () => {
  const pairs = ["10", "20", "30"].map((count) => ({
    de: `Es stieg um ${count} %.`,
    en: `It rose by ${count}%.`,
  }));
  const findings = checkPairs(pairs, { lexicon }).flat();
  expect(findings.map(({ rule, others }) => [rule, others.length])).toEqual([
    ["no-break-space", 2],
  ]);
});

test("a finding keeps its key when another sentence changes", () => {
  const pair = { de: "Es kamen 318 Gäste.", en: "There were 381 guests." };
  const alone = checkPairs([pair], { lexicon }).flat();
  const among = checkPairs([{ de: "Der Ofen war kalt.", en: "The oven was cold." }, pair], {
    lexicon,
  }).flat();
  expect(among.map(({ key }) => key)).toEqual(alone.map(({ key }) => key));
  expect(alone[0]?.key).toMatch(/^[0-9a-f]{16}$/);
});
