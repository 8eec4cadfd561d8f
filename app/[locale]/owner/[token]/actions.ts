"use server";

import { getLocale } from "next-intl/server";
import { z } from "zod";
import { redirect } from "@/i18n/navigation";
import { claimOwner } from "@/server/owner";
import { viewerOrNewAccount } from "@/server/viewer";

const formSchema = z.strictObject({ token: z.string().min(1).max(200) });

export type ClaimState = { reason: "owner-link-used" } | null;

export async function claimOwnership(_: ClaimState, form: FormData): Promise<ClaimState> {
  const viewer = await viewerOrNewAccount();
  const input = formSchema.safeParse({ token: form.get("token") });
  if (!input.success) return { reason: "owner-link-used" };

  const result = await claimOwner(viewer, input.data.token);
  if (!result.ok) return { reason: "owner-link-used" };
  return redirect({ href: "/", locale: await getLocale() });
}
