import { z } from "zod";
import { colours } from "../annotation/annotation";
import { tagSchema } from "../annotation/tag";
import { languages } from "../article/language";

export const noteSorts = ["newest", "oldest", "changed", "place"] as const;
export type NoteSort = (typeof noteSorts)[number];

const dateSchema = z.iso.date().nullable();
const idsSchema = z.array(z.string().min(1).max(100)).max(50);

/** What the notes page is asked for; an empty list or `null` asks for nothing in particular. */
const notesQuerySchema = z.strictObject({
  /** Words, in either language. */
  text: z.string().max(300),
  tags: z.array(tagSchema).max(20),
  colours: z.array(z.enum(colours)).max(colours.length),
  articles: idsSchema,
  sides: z.array(z.enum(languages)).max(languages.length),
  people: idsSchema,
  groups: z.array(z.uuid()).max(50),
  from: dateSchema,
  /** The last day that counts. */
  to: dateSchema,
  /** `orphaned`: without a place in the text. */
  state: z.enum(["open", "resolved", "orphaned"]).nullable(),
  sort: z.enum(noteSorts),
});
export type NotesQuery = z.infer<typeof notesQuerySchema>;

export const everyNote: NotesQuery = {
  text: "",
  tags: [],
  colours: [],
  articles: [],
  sides: [],
  people: [],
  groups: [],
  from: null,
  to: null,
  state: null,
  sort: "newest",
};

/** A name and a value of an address. */
type Parameter = readonly [name: string, value: string];

/** The names in an address: short, and the same in both languages. */
const names = {
  text: "q",
  tags: "tag",
  colours: "colour",
  articles: "article",
  sides: "side",
  people: "person",
  groups: "group",
  from: "from",
  to: "to",
  state: "state",
  sort: "sort",
} as const satisfies Record<keyof NotesQuery, string>;

/** Reads the query of an address. What is not understood is passed over: a link from elsewhere still leads to notes. */
export function readNotesQuery(parameters: Iterable<Parameter>): NotesQuery {
  const { shape } = notesQuerySchema;
  const given = [...parameters];
  const all = (key: keyof NotesQuery) =>
    given.flatMap(([name, value]) => (name === names[key] ? [value] : []));
  const one = (key: keyof NotesQuery) => all(key)[0] ?? null;
  return {
    text: shape.text.catch("").parse(one("text") ?? ""),
    tags: shape.tags.catch([]).parse(all("tags")),
    colours: shape.colours.catch([]).parse(all("colours")),
    articles: shape.articles.catch([]).parse(all("articles")),
    sides: shape.sides.catch([]).parse(all("sides")),
    people: shape.people.catch([]).parse(all("people")),
    groups: shape.groups.catch([]).parse(all("groups")),
    from: shape.from.catch(null).parse(one("from")),
    to: shape.to.catch(null).parse(one("to")),
    state: shape.state.catch(null).parse(one("state")),
    sort: shape.sort.catch("newest").parse(one("sort") ?? "newest"),
  };
}

/** The inverse of `readNotesQuery`; what asks for nothing is left out. */
export function writeNotesQuery(query: NotesQuery): Parameter[] {
  const values: Readonly<Record<keyof NotesQuery, readonly (string | null)[]>> = {
    ...query,
    text: [query.text],
    from: [query.from],
    to: [query.to],
    state: [query.state],
    sort: [query.sort === "newest" ? null : query.sort],
  };
  return notesQueryKeys.flatMap((key) =>
    values[key].flatMap((value): Parameter[] => (value ? [[names[key], value]] : [])),
  );
}

const notesQueryKeys = notesQuerySchema.keyof().options;

/** Whether any note may be left out; the order leaves none out. */
export function isAnyNote(query: NotesQuery): boolean {
  return writeNotesQuery({ ...query, sort: "newest" }).length === 0;
}
