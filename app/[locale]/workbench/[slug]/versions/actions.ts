"use server";

import { getLocale } from "next-intl/server";
import { z } from "zod";
import { redirect } from "@/i18n/navigation";
import { currentViewer } from "@/server/viewer";
import { restoreSchema, restoreVersion } from "@/server/workbench/restore-version";

const formSchema = z.object({ slug: z.string().max(100), version: z.coerce.number() });

/** Puts an earlier version into the viewer's draft, and opens the workbench on it. */
export async function restore(form: FormData): Promise<void> {
  const viewer = await currentViewer();
  const fields = formSchema.safeParse({ slug: form.get("slug"), version: form.get("version") });
  const input = restoreSchema.safeParse({ version: fields.data?.version });
  const locale = await getLocale();
  if (!viewer || !fields.success || !input.success) redirect({ href: "/", locale });
  else {
    await restoreVersion(viewer, fields.data.slug, input.data);
    redirect({ href: `/workbench/${fields.data.slug}`, locale });
  }
}
