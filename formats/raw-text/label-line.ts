const label =
  /^(?:(?:auf\s+|in\s+)?(?:deutsch|german|englisch|english)(?:e[rs]?)?(?:[\s-]+(?:fassung|version|text|original|originalfassung|übersetzung|translation))?|(?:original|übersetzung|translation)\s*[(:]\s*(?:deutsch|german|englisch|english)\s*\)?|de|en|ger|eng|deu)$/iu;

/** "ENGLISCH", "English version", "*** Deutsch: ***": a line that only names one of the languages. */
export function isLabelLine(line: string): boolean {
  if (line.length > 60) return false;
  return label.test(line.replace(/^[\s#*=_[(<>–—-]+|[\s#*=_\])<>:.–—-]+$/gu, ""));
}
