import "server-only";
import { z } from "zod";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";

/** The texts that somebody pasted, to be changed and brought again; none where files were brought, or by somebody else. */
export async function loadPasted(viewer: Viewer | null, id: string): Promise<readonly string[]> {
  if (!viewer || !z.uuid().safeParse(id).success) return [];
  const files = await db().importFile.findMany({
    where: { import: { id, ownerId: viewer.id } },
    orderBy: { place: "asc" },
    select: { name: true, bytes: true },
  });
  if (files.some(({ name }) => name !== "")) return [];
  return files.map(({ bytes }) => new TextDecoder().decode(bytes));
}
