/** How the two sides stand on the page; each but the first is a segment of the address. */
export const layouts = ["parallel", "alternating", "german", "english"] as const;

export type Layout = (typeof layouts)[number];

/** What the segments of an address behind an article's name ask for. */
export type View = {
  readonly layout: Layout;
  /** The part of a long text, from 1. */
  readonly part: number;
};

/** Reads `[]`, `["german"]`, `["2"]`, `["german", "2"]`; `null` for anything else, so that a view has one address. */
export function readView(segments: readonly string[]): View | null {
  const [first, ...rest] = segments;
  const layout = layouts.find((candidate) => candidate === first && candidate !== "parallel");
  const [number, ...more] = layout ? rest : segments;
  if (more.length > 0) return null;
  if (number === undefined) return { layout: layout ?? "parallel", part: 1 };
  if (!/^[1-9]\d{0,3}$/.test(number) || number === "1") return null;
  return { layout: layout ?? "parallel", part: Number(number) };
}

/** The address of a view below the interface's language: the inverse of `readView`. */
export function viewPath(slug: string, { layout, part }: View): string {
  const segments = [...(layout === "parallel" ? [] : [layout]), ...(part === 1 ? [] : [part])];
  return ["/read", slug, ...segments].join("/");
}
