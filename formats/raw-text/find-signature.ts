import type { Language } from "@/core/article/language";
import { findDateline } from "./dateline";
import { isLabelLine } from "./label-line";
import { leadingName } from "./person-name";

const maxLines = 6;
const maxLength = 200;
const endMark = /[.!?…:;]["'”“’‘»«›‹)\]]*$/u;
const credit =
  /^(?:(?:Quelle|Foto|Fotos|Bild|Text|Übersetzung|Autor|Autorin|Redaktion|Source|Photo|Image|Translation|Author|Translator)\s?:|Übersetzt von\s|Aus dem \p{L}+ von\s|Translated by\s|Translated from\s|Written by\s|©)/iu;

/**
 * How many lines at the end of a half say who wrote it, and who that is: a name, perhaps after a date and before what the
 * person does; a credit; a remark in brackets. Label lines among them count, so that none is taken for text.
 */
export function countSignatureLines(lines: readonly string[], language: Language): number {
  let count = 0;
  while (count < maxLines && count < lines.length - 1) {
    const line = lines[lines.length - 1 - count];
    if (line === undefined || !(isLabelLine(line) || isSignature(line, language))) break;
    count += 1;
  }
  return count;
}

function isSignature(line: string, language: Language): boolean {
  if (line.length > maxLength) return false;
  if (isCredit(line)) return true;
  if (/^\(.*\)$/u.test(line)) return !/[.!?…]["”“]?\)$/u.test(line);
  if (endMark.test(line)) return false;
  return signatureName(line, language) !== null;
}

/** "Foto: Anna Berg", "Aus dem Englischen von Anna Berg", "© …": where a text or a picture comes from. */
export function isCredit(line: string): boolean {
  return credit.test(line);
}

/** The name in a signature line: "– Anna Berg, Journalistin", "April,6 / Anna Berg". */
export function signatureName(line: string, language: Language): string | null {
  const dated = findDateline(line, language, new Set());
  if (dated && dated.rest === "" && dated.byline) return leadingName(dated.byline, language);
  const text = line.replace(/^[–—-]\s*/u, "");
  const name = leadingName(text, language);
  if (name === null) return null;
  return /^(?:$|,\s|\s?[|/(–—-])/u.test(text.slice(name.length)) ? name : null;
}
