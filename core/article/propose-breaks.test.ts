import fc from "fast-check";
import { expect, test } from "vitest";
import { proposeBreaks } from "./propose-breaks";

const de = [
  "Die Mühle von Arnsfeld steht seit vierzig Jahren still, und niemand im Dorf weiß genau, wem sie heute gehört.",
  "Der letzte Müller, Konrad Vey, verkaufte die Mühle an einen Händler, der die Steine nach Süden bringen ließ.",
  "Doch die Mühle blieb, weil ihr Dach unter Schutz steht und das Rad zu schwer war, um es fortzutragen.",
  "Auch das Mehl, das in der Mühle lagerte, ist geblieben, grau und hart wie der Stein, auf dem es einmal lag.",
  "Wer die Mühle besucht, hört im Gebälk die Tauben und unten das Wasser, das am alten Rad vorbeiläuft.",
  "Ganz anders der Bahnhof: Dort halten seit dem Frühjahr wieder Züge, und der Bahnhof hat sogar eine Uhr bekommen.",
  "Die Züge kommen zweimal am Tag, morgens aus der Stadt und abends von der Küste, und meistens sind sie pünktlich.",
  "Er freut sich, sagt der Schaffner, über jeden Fahrgast, der am Bahnhof in einen der beiden Züge steigt.",
  "Für die Züge hat die Gemeinde den Bahnhof streichen lassen, in einem Gelb, über das bis heute gestritten wird.",
  "Wenn der Abendzug am Bahnhof hält, sitzt auf der Bank fast immer jemand, der gar nicht einsteigen will.",
];
const en = [
  "The mill at Arnsfeld has been standing still for forty years, and nobody in the village knows who owns it today.",
  "The last miller, Konrad Vey, sold the mill to a merchant who had the stones taken to the south.",
  "But the mill stayed, because its roof is protected and the wheel was too heavy to be carried away.",
  "The flour that was stored in the mill has stayed as well, grey and hard as the stone on which it once lay.",
  "Whoever visits the mill hears the pigeons in the beams and below them the water that runs past the old wheel.",
  "The station is quite another matter: trains have been stopping there again since spring, and the station even has a clock.",
  "The trains come twice a day, from the city in the morning and from the coast in the evening, mostly on time.",
  "He is glad, the conductor says, of every passenger who boards one of the two trains at the station.",
  "For the trains the council had the station painted, in a yellow that people still quarrel about.",
  "When the evening train stops at the station, there is nearly always somebody on the bench who does not mean to board it.",
];
const oneToOne = de.map((_, index) => ({ de: [index], en: [index] }));
const none = { de: de.map(() => 0), en: en.map(() => 0) };

test("proposes a break where the topic shifts", () => {
  const { starts, paragraphs } = proposeBreaks(oneToOne, none, { de, en });
  expect([...starts.de]).toContain(5);
  expect([...starts.en]).toEqual([...starts.de]);
  expect(paragraphs.de[5]).toBe((paragraphs.de[4] ?? 0) + 1);
});

test("begins no proposed paragraph with a sentence that leans on the one before it", () => {
  const { starts } = proposeBreaks(oneToOne, none, { de, en });
  expect([...starts.de].filter((start) => [2, 7].includes(start))).toEqual([]);
});

test("leaves alone what either side divides by itself", () => {
  const own = { de: de.map((_, index) => (index < 5 ? 0 : 1)), en: en.map(() => 0) };
  expect(proposeBreaks(oneToOne, own, { de, en })).toEqual({
    paragraphs: own,
    starts: { de: new Set(), en: new Set() },
  });
});

test("breaks nothing within a bead, nor where sentences cross", () => {
  const joined = [
    { de: [0, 1, 2, 3, 4, 5, 6, 7], en: [0, 1, 2, 3, 4, 5, 6, 7] },
    ...oneToOne.slice(8),
  ];
  const crossing = [{ de: [0], en: [9] }, ...oneToOne.slice(1, 9), { de: [9], en: [0] }];
  for (const { de: start } of [joined, crossing].map(
    (beads) => proposeBreaks(beads, none, { de, en }).starts,
  )) {
    expect([...start].every((at) => at >= 8 && at < 10)).toBe(true);
  }
});

test("keeps every break there was, and begins both sides of a proposed row together", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ de: fc.nat(2), en: fc.nat(2), breaks: fc.boolean() }), {
        maxLength: 60,
      }),
      (pieces) => {
        const sides = { de: 0, en: 0 };
        const paragraphs = { de: [] as number[], en: [] as number[] };
        let paragraph = 0;
        const beads = pieces.map((piece) => {
          if (piece.breaks) paragraph += 1;
          const take = (side: "de" | "en") =>
            Array.from({ length: piece[side] }, () => {
              paragraphs[side].push(paragraph);
              sides[side] += 1;
              return sides[side] - 1;
            });
          return { de: take("de"), en: take("en") };
        });
        const sentences = {
          de: paragraphs.de.map((_, index) => de[index % de.length] ?? ""),
          en: paragraphs.en.map((_, index) => en[index % en.length] ?? ""),
        };
        const proposed = proposeBreaks(beads, paragraphs, sentences);
        for (const side of ["de", "en"] as const) {
          paragraphs[side].forEach((own, index) => {
            if (index === 0) return;
            const isKept = own !== paragraphs[side][index - 1];
            const isNew = proposed.starts[side].has(index);
            const isBroken =
              proposed.paragraphs[side][index] !== proposed.paragraphs[side][index - 1];
            expect(isBroken).toBe(isKept || isNew);
          });
        }
        expect(proposed.starts.de.size).toBe(proposed.starts.en.size);
      },
    ),
  );
});
