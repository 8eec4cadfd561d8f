import { z } from "zod";
import { annotationContext } from "./vocabulary";

const iri = z.string().min(1).max(2000);
const oneOrMore = <Item extends z.core.$ZodType>(item: Item) =>
  z.union([item, z.array(item).min(1).max(100)]);

const contextSchema = oneOrMore(z.union([iri, z.record(z.string(), z.json())])).refine((context) =>
  [context].flat().includes(annotationContext),
);
const typeSchema = oneOrMore(z.string().min(1).max(200)).refine((type) =>
  [type].flat().includes("Annotation"),
);
const resourceSchema = z.union([iri, z.record(z.string(), z.json())]);
const dateSchema = z.iso.datetime({ offset: true });

/**
 * An annotation of the Web Annotation Data Model as a client of the protocol may send it: what the model demands
 * (3.1: context, type, one target or more, at most one of body and bodyValue), and whatever else the client keeps in it.
 * It is data to be given back, and is nowhere shown as markup.
 */
export const webAnnotationSchema = z
  .object({
    "@context": contextSchema,
    type: typeSchema,
    id: iri.optional(),
    canonical: iri.optional(),
    via: oneOrMore(iri).optional(),
    target: oneOrMore(resourceSchema),
    body: oneOrMore(resourceSchema).optional(),
    bodyValue: z.string().max(100_000).optional(),
    created: dateSchema.optional(),
    modified: dateSchema.optional(),
    motivation: oneOrMore(z.string().max(200)).optional(),
  })
  .catchall(z.json())
  .refine(({ body, bodyValue }) => body === undefined || bodyValue === undefined, {
    path: ["bodyValue"],
  });

export type WebAnnotation = z.infer<typeof webAnnotationSchema>;
