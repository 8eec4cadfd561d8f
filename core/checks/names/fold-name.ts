const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
  æ: "ae",
  œ: "oe",
  ð: "d",
  þ: "th",
};

/** A name without its diacritics, in lower case: "Husić" is "husic". */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[ßøđłıæœðþ]/gu, (letter) => letters[letter] ?? letter)
    .normalize("NFD")
    .replace(/[\p{M}'’]/gu, "");
}

/** "Müller" as "mueller", "Strauß" as "strauss": a spelling for keyboards without the letter, no mistake. */
export function spellOut(name: string): string {
  return name
    .toLowerCase()
    .replace(/ä/gu, "ae")
    .replace(/ö/gu, "oe")
    .replace(/ü/gu, "ue")
    .replace(/ß/gu, "ss");
}

/** What different ways of writing a Russian, Arabic or Greek name have in common: "Tschaikowski" and "Tchaikovsky". */
export function soundOf(name: string): string {
  return foldName(name.replace(/ä/gu, "e").replace(/ae/gu, "e"))
    .replace(/dsch|dzh|dj/gu, "j")
    .replace(/schtsch|shch/gu, "s")
    .replace(/tsch|tch|ch|kh/gu, "h")
    .replace(/sch|sh|zh|tz|ts|z/gu, "s")
    .replace(/ph/gu, "f")
    .replace(/th/gu, "t")
    .replace(/ck/gu, "g")
    .replace(/c|q/gu, "k")
    .replace(/w/gu, "v")
    .replace(/[jy]/gu, "i")
    .replace(/ou|oo/gu, "u")
    .replace(/x/gu, "ks")
    .replace(/iu|io/gu, "u")
    .replace(/(.)\1+/gu, "$1")
    .replace(/(?<=[aeou])i(?=[aeou])/gu, "")
    .replace(/i+e?/gu, "i");
}

/** How many letters must be put in, taken out, changed or swapped with their neighbour to make one word of the other; at most `limit` + 1. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
