import { colours } from "@/core/annotation/annotation";

const atOnce = 8;
const words = ["ein Stück Weltpolitik", "aufmerksame Zuhörer", "Seltenen Erden", "Bodenschätze"];
const remarks = ["Groß gesagt.", "Wie sagt man das auf Englisch?", "Wer kauft das, und von wem?"];

/** Writes so many notes for one person, as their browser would, and one that says what no other says. */
export async function writeManyNotes(databaseUrl: string, id: string, count: number) {
  process.env.DATABASE_URL = databaseUrl;
  const { db } = await import("@/server/db");
  const { loadArticle } = await import("@/server/articles/load-article");
  const { makeAnnotation } = await import("@/server/testing/make-annotation");
  const { seedAnnotation } = await import("@/server/testing/seed-annotation");
  const reading = await loadArticle(null, "waehrung-unter-der-erde");
  if (!reading) throw new Error("The article is not in the library");
  const viewer = { id, isAnonymous: true, role: "reader" as const };
  const pick = <T>(all: readonly [T, ...T[]] | readonly T[], index: number) =>
    all[index % all.length] as T;
  let next = 0;
  const write = async () => {
    for (let index = next++; index < count; index = next++) {
      const text = index === count >> 1 ? "Ein Leuchtturm." : `${pick(remarks, index)} ${index}`;
      const content = [{ type: "text" as const, text }];
      const note = { type: "doc" as const, content: [{ type: "paragraph" as const, content }] };
      const colour = pick(colours, index);
      await seedAnnotation(viewer, makeAnnotation(reading, pick(words, index), { note, colour }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, write));
  await db().$disconnect();
}
