import "server-only";
import { z } from "zod";
import { roles, type Viewer } from "@/core/viewer/viewer";

const userSchema = z.object({
  id: z.string(),
  isAnonymous: z.boolean().nullish(),
  role: z.enum(roles),
});

/** The viewer in what better-auth returns for a user. */
export function viewerOf(user: unknown): Viewer {
  const { id, isAnonymous, role } = userSchema.parse(user);
  return { id, isAnonymous: isAnonymous ?? false, role };
}

/** Of the headers that better-auth answers with, those that a response of ours passes on. */
export function onlyCookies(headers: Headers): Headers {
  return new Headers(headers.getSetCookie().map((cookie) => ["set-cookie", cookie]));
}
