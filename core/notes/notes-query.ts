import * as z from "zod/mini";
import { colours } from "../annotation/annotation";
import { tagSchema } from "../annotation/tag";
import { languages } from "../article/language";

export const noteSorts = ["newest", "oldest", "changed", "place"] as const;
export type NoteSort = (typeof noteSorts)[number];

const dateSchema = z.nullable(z.iso.date());
const idsSchema = z
  .array(z.string().check(z.minLength(1), z.maxLength(100)))
  .check(z.maxLength(50));

/** What the notes page is asked for; an empty list or `null` asks for nothing in particular. */
const notesQuerySchema = z.strictObject({
  /** Words, in either language. */
  text: z.string().check(z.maxLength(300)),
  tags: z.array(tagSchema).check(z.maxLength(20)),
  colours: z.array(z.enum(colours)).check(z.maxLength(colours.length)),
  articles: idsSchema,
  sides: z.array(z.enum(languages)).check(z.maxLength(languages.length)),
  people: idsSchema,
  groups: z.array(z.uuid()).check(z.maxLength(50)),
  from: dateSchema,
  /** The last day that counts. */
  to: dateSchema,
  /** `orphaned`: without a place in the text. */
  state: z.nullable(z.enum(["open", "resolved", "orphaned"])),
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
    text: z.catch(shape.text, "").parse(one("text") ?? ""),
    tags: z.catch(shape.tags, []).parse(all("tags")),
    colours: z.catch(shape.colours, []).parse(all("colours")),
    articles: z.catch(shape.articles, []).parse(all("articles")),
    sides: z.catch(shape.sides, []).parse(all("sides")),
    people: z.catch(shape.people, []).parse(all("people")),
    groups: z.catch(shape.groups, []).parse(all("groups")),
    from: z.catch(shape.from, null).parse(one("from")),
    to: z.catch(shape.to, null).parse(one("to")),
    state: z.catch(shape.state, null).parse(one("state")),
    sort: z.catch(shape.sort, "newest").parse(one("sort") ?? "newest"),
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

const notesQueryKeys = z.keyof(notesQuerySchema).options;

/** Whether any note may be left out; the order leaves none out. */
export function isAnyNote(query: NotesQuery): boolean {
  return writeNotesQuery({ ...query, sort: "newest" }).length === 0;
}
