"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { publishArticle } from "@/server/articles/publish-article";
import { saveImport } from "@/server/imports/save-import";
import { currentViewer } from "@/server/viewer";

const saveSchema = z.strictObject({ id: z.uuid() });
const publishSchema = z.strictObject({ slug: z.string().min(1).max(100) });

type SaveState = { reason: "not-found" | "nothing-read" | "signed-out" } | null;
type PublishState = { reason: "not-found" | "not-editor" | "signed-out" } | null;

export async function saveDraft(_: SaveState, form: FormData): Promise<SaveState> {
  const viewer = await currentViewer();
  if (!viewer) return { reason: "signed-out" };
  const input = saveSchema.safeParse({ id: form.get("id") });
  if (!input.success) return { reason: "not-found" };

  const result = await saveImport(viewer, input.data.id);
  if (!result.ok) return { reason: result.reason };
  refresh();
  return null;
}

export async function publishDraft(_: PublishState, form: FormData): Promise<PublishState> {
  const viewer = await currentViewer();
  if (!viewer) return { reason: "signed-out" };
  const input = publishSchema.safeParse({ slug: form.get("slug") });
  if (!input.success) return { reason: "not-found" };

  const result = await publishArticle(viewer, input.data.slug);
  if (!result.ok) return { reason: result.reason };
  refresh();
  return null;
}
