"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { newInvitationSchema } from "@/core/groups/group-input";
import { makeInvitation, revokeInvitation } from "@/server/groups/invitations";
import type { ProblemReason } from "@/server/http/problem-reason";
import { fieldsIn, readFormAct } from "@/server/http/read-form-act";
import { pageAddresses } from "@/server/page-addresses";

type LinkState = { readonly link: string } | { readonly reason: ProblemReason } | null;
type EndState = { readonly reason: ProblemReason } | null;

const inviteSchema = z.strictObject({ groupId: z.uuid(), invitation: newInvitationSchema });
const endSchema = z.strictObject({ groupId: z.uuid(), id: z.uuid() });

/** Makes a link into the group, or sends it to somebody; it is shown once. */
export async function invite(_: LinkState, form: FormData): Promise<LinkState> {
  const { groupId, ...fields } = fieldsIn(form);
  const act = await readFormAct(inviteSchema, { groupId, invitation: limited(fields) });
  if (!act.ok) return { reason: act.reason };

  const language = await getLocale();
  const by = { language, headers: await headers() };
  const made = await makeInvitation(act.viewer, act.body.groupId, act.body.invitation, by);
  if (!made.ok) return { reason: made.reason };
  refresh();
  return { link: pageAddresses(made.path).languages[language] };
}

export async function endInvitation(_: EndState, form: FormData): Promise<EndState> {
  const act = await readFormAct(endSchema, fieldsIn(form));
  if (!act.ok) return { reason: act.reason };

  const refused = await revokeInvitation(act.viewer, act.body.groupId, act.body.id);
  if (refused) return { reason: refused.reason };
  refresh();
  return null;
}

/** A field that is left empty says that there is no limit. */
function limited({ days, maxUses, email, ...fields }: Readonly<Record<string, unknown>>) {
  const count = (value: unknown) => (value === "" ? null : Number(value));
  return {
    ...{ ...fields, days: count(days), maxUses: count(maxUses) },
    email: email === "" ? null : email,
  };
}
