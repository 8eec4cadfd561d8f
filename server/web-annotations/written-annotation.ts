import "server-only";
import { z } from "zod";
import type { WrittenAnnotation } from "@/formats/web-annotation/write-container";
import type { Prisma } from "@/prisma/generated/client";
import { env } from "../env";

export const webAnnotationColumns = {
  name: true,
  document: true,
  canonical: true,
  via: true,
  revision: true,
  createdAt: true,
  updatedAt: true,
} as const satisfies Prisma.WebAnnotationSelect;

type Row = Prisma.WebAnnotationGetPayload<{ select: typeof webAnnotationColumns }>;

/** An annotation of the container, with its revision. */
export type Written = { readonly revision: number; readonly document: WrittenAnnotation };

const documentSchema = z.record(z.string(), z.json());

/** The container's own address: the same in every answer, whichever name of this machine was asked. */
export function containerIri(): string {
  return new URL("/annotations/", env().PUBLIC_URL).href;
}

/** What was sent, with what the server assigns in its place. Times that the client gave are its own. */
export function toWritten(row: Row): Written {
  const { "@context": context, type, ...rest } = documentSchema.parse(row.document);
  const document = {
    "@context": context,
    id: `${containerIri()}${row.name}`,
    type,
    created: row.createdAt.toISOString(),
    ...rest,
    ...(row.revision > 1 && { modified: row.updatedAt.toISOString() }),
    ...(row.canonical !== null && { canonical: row.canonical }),
    ...(row.via !== null && { via: row.via }),
  };
  return { revision: row.revision, document };
}
