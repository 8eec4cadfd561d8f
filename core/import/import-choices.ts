import * as z from "zod/mini";

/** Lines that stand in the text and are aligned only with their like: what is said of a picture or a table, and notes. */
export const apartRoles = ["caption", "footnote"] as const;

export type ApartRole = (typeof apartRoles)[number];

/**
 * What a line can be that is no running text: a credit says where a text or picture comes from, a label names one of the languages. "body" says
 * that it is text.
 */
export const lineRoles = [
  "title",
  "subtitle",
  "kicker",
  "byline",
  "dateline",
  ...apartRoles,
  "credit",
  "signature",
  "label",
  "body",
] as const;

export type LineRole = (typeof lineRoles)[number];

const side = z.enum(["de", "en"]);

/** What a person decided about a document, where the machine would decide otherwise. */
export const importChoicesSchema = z.strictObject({
  /** The languages of two files, in their order. */
  languages: z.optional(z.tuple([side, side])),
  /** Where the halves of one file meet: the first line of the second, from 0, and the language of the first. */
  division: z.optional(
    z.strictObject({ line: z.int().check(z.gte(0), z.lte(1_000_000)), first: side }),
  ),
  /** A line with this text has this role. */
  roles: z._default(
    z
      .array(
        z.strictObject({
          side,
          role: z.enum(lineRoles),
          text: z.string().check(z.minLength(1), z.maxLength(5000)),
        }),
      )
      .check(z.maxLength(200)),
    [],
  ),
  /** The texts belong together although they do not seem to. */
  isUnrelatedAccepted: z._default(z.boolean(), false),
});

export type ImportChoices = z.infer<typeof importChoicesSchema>;

export const noChoices: ImportChoices = { roles: [], isUnrelatedAccepted: false };
