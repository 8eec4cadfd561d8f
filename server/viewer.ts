import "server-only";
import { headers as requestHeaders } from "next/headers";
import { z } from "zod";
import { roles, type Viewer } from "@/core/viewer/viewer";
import { auth } from "./auth";

const userSchema = z.object({
  id: z.string(),
  isAnonymous: z.boolean().nullish(),
  role: z.enum(roles),
});

/** Who asks; `null` without a session. A route handler passes its request, a page or an action nothing. */
export async function currentViewer(request?: Request): Promise<Viewer | null> {
  const headers = request?.headers ?? (await requestHeaders());
  if (!headers.has("cookie")) return null;
  // Only `GET /api/viewer` can send the renewed cookie; renewed here, the row would outlive it.
  const session = await auth().api.getSession({ headers, query: { disableRefresh: true } });
  return session ? viewerOf(session.user) : null;
}

export function viewerOf(user: unknown): Viewer {
  const { id, isAnonymous, role } = userSchema.parse(user);
  return { id, isAnonymous: isAnonymous ?? false, role };
}
