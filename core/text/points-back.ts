import type { Language } from "../article/language";

const words: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: new Set(
    "er sie es dies diese dieser dieses diesen diesem das doch aber und oder denn auch damit dadurch daher deshalb dafür dabei darum dazu davon dennoch trotzdem allerdings jedoch außerdem zudem so sonst also deren dessen sein seine ihr ihre".split(
      " ",
    ),
  ),
  en: new Set(
    "he she it they this that these those but and or so yet also thus hence therefore nor nevertheless moreover however his her its their such otherwise then".split(
      " ",
    ),
  ),
};

/** "Doch dieser Ansatz …", "He left": a sentence whose first word points back leans on the one before it, and seldom begins a paragraph. */
export function pointsBack(sentence: string, language: Language): boolean {
  const first = /\p{L}+/u.exec(sentence)?.[0];
  return first !== undefined && words[language].has(first.toLowerCase());
}
