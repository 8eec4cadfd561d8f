import type { Language } from "../../article/language";

/** Numbers that count nothing: the other language says it with another number, or with none. */
const idioms: Readonly<Record<Language, RegExp>> = {
  de: /unter (?:vier|sechs) Augen|siebten Himmel|fünf vor zwölf(?=[,.!?;]| (?:ist|war|lenkte))|auf Wolke sieben|fünfe? gerade|auf allen vieren|alle viere|sieben Sachen|vier Wänden|zum x-ten|Nummer eins|null und nichtig|keine zehn Pferde|hundertprozentig\w*|die oberen Zehntausend|um drei Ecken|auf zwei Hochzeiten|drei Kreuze|tausend Dank|(?:tausend|hundert)mal(?!\p{L})|nicht für fünf Pfennig|aller guten Dinge sind drei|mit sieben Siegeln|über sieben Ecken|sechs Richtige|erste[rn]? Hand|zweite[rn]? Hand|auf den ersten Blick|(?:im |in den |\d+\. |\p{L}+(?:e|en) )(?:\d+\. )?(?:Stock|Stockwerk|Etage|Obergeschoss)(?!\p{L})|[Ee]rdgeschoss|(?:alle|in|vor) (?:acht|vierzehn) Tagen?(?!\p{L})|alle (?:acht|vierzehn) Tage/gu,
  en: /cloud nine|eleventh hour|on all fours|at sixes and sevens|forty winks|six feet under|second (?:thoughts?|nature|to none|hand|best|guess)|square one|nine-to-five|fifty-fifty|ten a penny|two cents|number one|third part(?:y|ies)|third world|first-rate|second-rate|first aid|zero in|a thousand thanks|a (?:hundred|thousand) times|in two minds|a week|a fortnight|(?:on |to )?(?:the )?(?:\w+|\d+(?:st|nd|rd|th))[- ]floor|every fortnight|six of one and half a dozen of the other|nineteen to the dozen|a stitch in time saves nine|the upper ten thousand/giu,
};

/** The text with idioms of numbers blotted out: same length, other letters. */
export function withoutIdioms(text: string, language: Language): string {
  return text.replace(idioms[language], (idiom) => "_".repeat(idiom.length));
}
