"use server";

import { refresh } from "next/cache";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { newShareLinkSchema } from "@/core/sharing/share-input";
import type { ProblemReason } from "@/server/http/problem-reason";
import { fieldsIn, readFormAct } from "@/server/http/read-form-act";
import { pageAddresses } from "@/server/page-addresses";
import { makeShareLink, revokeShareLink } from "@/server/sharing/share-links";

type LinkState = { readonly link: string } | { readonly reason: ProblemReason } | null;
type EndState = { readonly reason: ProblemReason } | null;

const endSchema = z.strictObject({ id: z.uuid() });

/** Makes a link and gives it back: it is shown once. */
export async function makeLink(_: LinkState, form: FormData): Promise<LinkState> {
  const act = await readFormAct(newShareLinkSchema, fieldsIn(form));
  if (!act.ok) return { reason: act.reason };

  const made = await makeShareLink(act.viewer, act.body);
  if (!made.ok) return { reason: made.reason };
  refresh();
  return { link: pageAddresses(made.path).languages[await getLocale()] };
}

export async function endLink(_: EndState, form: FormData): Promise<EndState> {
  const act = await readFormAct(endSchema, fieldsIn(form));
  if (!act.ok) return { reason: act.reason };

  const refused = await revokeShareLink(act.viewer, act.body.id);
  if (refused) return { reason: refused.reason };
  refresh();
  return null;
}
