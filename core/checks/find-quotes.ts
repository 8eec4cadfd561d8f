import type { Language } from "../article/language";
import type { Passage } from "./checked-document";
import type { PassageRule } from "./context";
import type { Flaw } from "./flaw";

type Quote = {
  readonly mark: string;
  readonly at: number;
  readonly role: "open" | "close";
};

/**
 * Quotation marks of the wrong kind, and those without a partner. German has „…“ and ‚…‘, or »…« and ›…‹, in Switzerland «…»; English “…” and ‘…’.
 */
export const findQuotes: PassageRule = (passage, { style, facing, beside }) => {
  const quotes = readQuotes(passage.text);
  const typed = typedQuotes(passage);
  if (typed.length > 0) return typed;
  const kinds = style.isStraight[passage.side]
    ? wrongKinds(
        quotes.filter(({ mark }) => mark !== '"'),
        passage,
      )
    : wrongKinds(quotes, passage);
  if (kinds.length > 0) return kinds;
  const lone = unbalanced(quotes, passage);
  // Speech that goes on in the next paragraph is open on both sides.
  const isOnBoth = facing(passage).some(
    (other) => singles.test(other.text) || unbalanced(readQuotes(other.text), other).length > 0,
  );
  const goesOn = () =>
    beside(passage).some((other) => unbalanced(readQuotes(other.text), other).length > 0);
  return lone.length === 0 || isOnBoth || goesOn() ? [] : lone;
};

// Typewriter's single marks: which of them are quotation marks nobody can tell.
const singles = /(?<!\p{L})'\p{L}/u;

const marks = /["“”„«»‚‘‹›]|(?<![\p{L}\p{N}])'(?=\p{L})|(?<=[\p{L}.,!?])'(?![\p{L}\p{N}])/gu;

/** The quotation marks of a text; apostrophes, inches and minutes are none. */
function readQuotes(text: string): Quote[] {
  let depth = 0;
  return Array.from(text.matchAll(marks)).flatMap((match): Quote[] => {
    const quote = readQuote(text, match.index, match[0], depth);
    depth = Math.max(0, depth + (quote === null ? 0 : quote.role === "open" ? 1 : -1));
    return quote ? [quote] : [];
  });
}

/** `depth` is how many quotations are open: a mark that might be either closes one then. */
function readQuote(text: string, at: number, mark: string, depth: number): Quote | null {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (mark === "'") return null;
  if (mark === '"' && /\d/u.test(before) && !/^[^"]*"/u.test(text.slice(0, at))) return null;
  if (mark === "‘" && /\p{L}/u.test(before) && /\p{L}/u.test(after)) return null;
  if (mark === "„" || mark === "‚") return { mark, at, role: "open" };
  const mayOpen = before === "" || /[\s([–—\-/„“‚‘»«›"]/u.test(before);
  const mayClose = after === "" || /[\s).,;:!?…\]–—\-“”’"/]/u.test(after);
  if (mark === "”") return { mark, at, role: mayOpen && !mayClose ? "open" : "close" };
  if (mayOpen === mayClose) return { mark, at, role: depth > 0 ? "close" : "open" };
  return { mark, at, role: mayOpen ? "open" : "close" };
}

const wrong: Readonly<Record<Language, { readonly open: string; readonly close: string }>> = {
  de: { open: '“”‘"', close: '”"' },
  en: { open: '„‚”"»«', close: '"“‘«»' },
};

const right: Readonly<Record<Language, { readonly open: string; readonly close: string }>> = {
  de: { open: "„", close: "“" },
  en: { open: "“", close: "”" },
};
const rightInner: typeof right = {
  de: { open: "‚", close: "‘" },
  en: { open: "‘", close: "’" },
};

/** Each pair once: a mark of the other language, and the partner it has. */
function wrongKinds(quotes: readonly Quote[], passage: Passage): Flaw[] {
  const { text, side } = passage;
  const flaws: Flaw[] = [];
  const open: Quote[] = [];
  const report = (first: Quote | null, last: Quote | null) => {
    const isWrongFirst = first !== null && wrong[side].open.includes(first.mark);
    const isWrongLast = last !== null && wrong[side].close.includes(last.mark);
    if (!isWrongFirst && !isWrongLast) return;
    const start = first?.at ?? last?.at ?? 0;
    const end = (last?.at ?? start) + 1;
    const isInner =
      "‚‘".includes(first?.mark ?? last?.mark ?? "") || (open.length > 0 && first?.mark !== '"');
    const marks = (isInner ? rightInner : right)[side];
    const fixed =
      first && last
        ? `${marks.open}${text.slice(first.at + 1, last.at)}${marks.close}`
        : first
          ? marks.open
          : marks.close;
    const found = isWrongFirst ? first?.mark : last?.mark;
    flaws.push({
      rule: "quotes-kind",
      side,
      span: { start, end },
      values: { text: text.slice(start, end), right: `${marks.open}…${marks.close}` },
      fix: fixed,
      habit: `quotes ${side} ${found}`,
    });
  };
  for (const quote of quotes) {
    if (quote.role === "open") {
      open.push(quote);
      continue;
    }
    // An apostrophe at a word's end looks like a closing mark: it is no flaw by itself.
    if (quote.mark === "‘" && open.length === 0) continue;
    report(open.pop() ?? null, quote);
  }
  for (const quote of open) report(quote, null);
  return flaws;
}

/** A mark without its partner within the paragraph. Speech that goes on in the next paragraph is opened again there. */
function unbalanced(quotes: readonly Quote[], { side, kind }: Passage): Flaw[] {
  const doubled = quotes.filter(({ mark }) => '„“”«»"'.includes(mark));
  const straight = doubled.filter(({ mark }) => mark === '"');
  const flaw = ({ at, mark }: Quote): Flaw => ({
    rule: "quotes-balance",
    side,
    span: { start: at, end: at + 1 },
    values: { text: mark },
  });
  if (straight.length === doubled.length && straight.length % 2 === 1) {
    const last = straight.at(-1);
    return last && kind === "prose"
      ? [{ ...flaw(last), habit: "straight marks without partners" }]
      : [];
  }
  if (straight.length > 0) return [];
  const open: Quote[] = [];
  const flaws: Flaw[] = [];
  for (const quote of doubled) {
    if (quote.role === "open") {
      const before = open.at(-1);
      // Opened twice: the first was never closed, unless it is a quotation within one.
      if (before && before.mark === quote.mark) flaws.push(flaw(before));
      if (before && before.mark === quote.mark) open.pop();
      open.push(quote);
    } else if (!open.pop()) flaws.push(flaw(quote));
  }
  const [first] = open;
  return first ? [...flaws, flaw(first)] : flaws;
}

/** ",,so“", "´so´", "`so'": commas and accents for quotation marks, as typewriters had them. */
function typedQuotes({ text, side, kind }: Passage): Flaw[] {
  if (kind === "code") return [];
  const typed =
    /(?<!\p{L})'(\p{L}[^'‚‘’"“”„]{0,60})‘(?!\p{L})|(?<!\p{L})‚(\p{L}[^'‚‘’"“”„]{0,60})'(?!\p{L})|(?<![\p{L}\p{N},]),,(?=\p{L})[^“”"\n]{0,200}?(?:[“”"]|''|$)|(?<![\p{L}\p{N}])[´`](\p{L}[^´`'\n]{0,80})[´`'](?!\p{L})/gu;
  const { open, close } = right[side];
  return Array.from(text.matchAll(typed), (match): Flaw => {
    const [whole, inner] = match;
    const words = inner ?? whole.slice(2).replace(/(?:[“”"]|'')$/u, "");
    return {
      rule: "quotes-kind",
      side,
      span: { start: match.index, end: match.index + whole.length },
      values: { text: whole, right: `${open}…${close}` },
      fix: `${open}${words}${close}`,
      habit: `typed quotes ${side}`,
    };
  });
}
