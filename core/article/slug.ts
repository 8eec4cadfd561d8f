const maxLength = 100;

/** Whether a text can name an article in an address and a folder: "rohstoff-diplomatie-2". */
export function isSlug(text: string): boolean {
  return text.length <= maxLength && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}

/** "Für Füße & Räder" → "fuer-fuesse-raeder": at most 60 characters, cut between words; empty where no letter is left. */
export function slugFrom(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’']/g, "");
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
  let slug = "";
  for (const word of words) {
    if (slug.length + word.length + 1 > 60) return slug || word.slice(0, 60);
    slug = slug ? `${slug}-${word}` : word;
  }
  return slug;
}
