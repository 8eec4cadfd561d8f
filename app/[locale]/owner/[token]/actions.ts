"use server";

import { getLocale } from "next-intl/server";
import { z } from "zod";
import { redirect } from "@/i18n/navigation";
import { claimOwner } from "@/server/owner";
import { viewerOrNewAccount } from "@/server/viewer";

const formSchema = z.strictObject({ token: z.string().min(1).max(200) });

export type ClaimState = { reason: "used" | "tooMany" } | null;

export async function claimOwnership(_: ClaimState, form: FormData): Promise<ClaimState> {
  const viewer = await viewerOrNewAccount();
  if (!viewer) return { reason: "tooMany" };
  const input = formSchema.safeParse({ token: form.get("token") });
  if (!input.success) return { reason: "used" };

  const result = await claimOwner(viewer, input.data.token);
  if (!result.ok) return { reason: "used" };
  return redirect({ href: "/", locale: await getLocale() });
}
