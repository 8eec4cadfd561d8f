export type Pair = { readonly de: readonly string[]; readonly en: readonly string[] };

const german =
  "der die das und ist nicht mit auf für von dem Haus Straße Garten Fenster zwischen während gegenüber Sprache Übersetzung Leserin Text Absatz Wissenschaft Geschichte Entwicklung Gesellschaft größer schöner häufig wird wurde könnte müssen Öffentlichkeit Ärger über Verabredung Nachmittag";
const english =
  "the a of and is not with on for from this house street garden window between during towards language translation reader text paragraph science history development society larger nicer often becomes was could must public anger about appointment afternoon";

const seed = 42;

/** Paragraphs of three sentences on either side, the same at every run; they mean nothing and weigh what prose weighs. */
export function limitText(rows: number): readonly Pair[] {
  const next = randomNumbers(seed);
  const sentence = (words: readonly string[]) => {
    const length = 10 + Math.floor(next() * 10);
    const chosen = Array.from({ length }, () => words[Math.floor(next() * words.length)] ?? "");
    const text = chosen.join(" ");
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = (words: readonly string[]) => [1, 2, 3].map(() => sentence(words));
  const [de, en] = [german.split(" "), english.split(" ")];
  return Array.from({ length: rows }, () => ({ de: paragraph(de), en: paragraph(en) }));
}

/** A linear congruential generator: from 0 up to 1. */
function randomNumbers(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
