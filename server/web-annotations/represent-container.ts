import "server-only";
import { z } from "zod";
import type { Viewer } from "@/core/viewer/viewer";
import { readPreference } from "@/formats/web-annotation/read-preference";
import type { Preference } from "@/formats/web-annotation/vocabulary";
import {
  PAGE_SIZE,
  representationIri,
  writeContainer,
  writePage,
} from "@/formats/web-annotation/write-container";
import { type Refusal, refusal } from "../http/problem-reason";
import { countWebAnnotations, listWebAnnotations } from "./list-web-annotations";
import { containerIri } from "./written-annotation";

const querySchema = z.object({
  iris: z.enum(["0", "1"]).nullable(),
  page: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .nullable(),
});

export type Representation = {
  readonly ok: true;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
};

/** The container, or one of its pages (`?page=0`), as a viewer may see it and as much of it as the client prefers. */
export async function representContainer(
  viewer: Viewer | null,
  query: URLSearchParams,
  prefer: string | null,
): Promise<Representation | Refusal> {
  const read = querySchema.safeParse({ iris: query.get("iris"), page: query.get("page") });
  if (!read.success) return refusal("not-found");
  const { iris, page } = read.data;
  const wanted = readPreference(prefer);
  const preference = iris === null ? (wanted ?? "descriptions") : preferenceOf(iris);

  const { total, modified } = await countWebAnnotations(viewer);
  const base = containerIri();
  const state = { base, label: "Zwiesprache", total, modified: modified?.toISOString() ?? null };
  if (page !== null) {
    if (page > 0 && page * PAGE_SIZE >= total) return refusal("not-found");
    const items = await documentsOf(viewer, page);
    return { ok: true, body: writePage(state, preference, page, items), headers: {} };
  }
  const first = preference === "minimal" ? null : await documentsOf(viewer, 0);
  const headers = {
    "content-location": representationIri(base, preference),
    ...(wanted !== null && { "preference-applied": "return=representation" }),
  };
  return { ok: true, body: writeContainer(state, preference, first), headers };
}

function preferenceOf(iris: "0" | "1"): Preference {
  return iris === "1" ? "iris" : "descriptions";
}

async function documentsOf(viewer: Viewer | null, page: number) {
  const items = await listWebAnnotations(viewer, page);
  return items.map(({ document }) => document);
}
