const rubrics = new Set(
  "politik wirtschaft kultur meinung analyse kommentar interview reportage gastbeitrag porträt glosse kolumne leitartikel debatte wissenschaft reise sport ausland inland essay feuilleton hintergrund bericht opinion analysis politics business culture world column editorial debate science travel sports profile feature report comment background guest".split(
    " ",
  ),
);

/** "WIRTSCHAFT", "Analyse:", "Politik | Inland": the word or two above a headline that say what it belongs to. */
export function isKicker(line: string): boolean {
  if (line.length > 40 || /[.!?…]["'”“’‘»«)]*$/u.test(line)) return false;
  const words = line.match(/\p{L}+/gu) ?? [];
  if (words.length === 0 || words.length > 4) return false;
  if (/^[^\p{Ll}]*$/u.test(line)) return true;
  return words.every((word) => rubrics.has(word.toLowerCase()));
}
