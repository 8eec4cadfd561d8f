import { z } from "zod";

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
  languages: z.tuple([side, side]).optional(),
  /** Where the halves of one file meet: the first line of the second, from 0, and the language of the first. */
  division: z.strictObject({ line: z.int().min(0).max(1_000_000), first: side }).optional(),
  /** A line with this text has this role. */
  roles: z
    .array(z.strictObject({ side, role: z.enum(lineRoles), text: z.string().min(1).max(5000) }))
    .max(200)
    .default([]),
  /** The texts belong together although they do not seem to. */
  isUnrelatedAccepted: z.boolean().default(false),
});

export type ImportChoices = z.infer<typeof importChoicesSchema>;

export const noChoices: ImportChoices = { roles: [], isUnrelatedAccepted: false };
