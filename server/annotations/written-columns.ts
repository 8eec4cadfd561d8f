import "server-only";
import { z } from "zod";
import type { Annotation } from "@/core/annotation/annotation";
import { Prisma } from "@/prisma/generated/client";

/** What an annotation's maker decides, as columns. */
export function writtenColumns({ anchor, twin, colour, note, audience, groupId }: Annotation) {
  const noteJson = z.record(z.string(), z.json()).nullable().parse(note);
  const noteColumn = noteJson ?? Prisma.DbNull;
  return {
    side: anchor.side,
    anchor,
    twin: twin ?? Prisma.DbNull,
    colour,
    note: noteColumn,
    audience,
    groupId,
  };
}
