const maxLength = 400;

/** "Abb. 3: Die Pumpe im Winter", "Foto: Anna Berg", "Figure 2. The pump in winter", "Table 1 – …": a word for a picture or table, its number or a colon. */
const opening =
  /^[([]?(?:Abb(?:ildung|\.)|Bild(?:unterschrift)?|Foto|Grafik|Karte|Tab(?:elle|\.)|Schaubild|Fig(?:ure|\.)|Photo(?:graph)?|Picture|Image|Graphic|Chart|Table|Caption)(?:\s?\d{1,3}[a-z]?(?:\.\d{1,2})?\s?[.:–—-]|\s?:)\s/iu;

/** A line that belongs to a picture or a table; whether one stands there is the same to it. */
export function isCaption(line: string): boolean {
  return line.length <= maxLength && opening.test(line);
}
