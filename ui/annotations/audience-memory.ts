import * as z from "zod/mini";
import { type Audience, annotationAudiences } from "@/core/audience/annotation-policy";

const prefix = "audience:";
const onlyMe: Audience = { audience: "me", groupId: null };

const keptSchema = z.object({
  audience: z.enum(annotationAudiences),
  groupId: z.nullable(z.uuid()),
  groupName: z.nullable(z.string()),
});

export type KeptAudience = Audience & { readonly groupName: string | null };

/** Whom the reader last chose to write for in this article; only themselves, until they have chosen. */
export function readAudience(articleSlug: string): KeptAudience {
  try {
    const kept = keptSchema.safeParse(
      JSON.parse(localStorage.getItem(prefix + articleSlug) ?? "null"),
    );
    return kept.data ?? { ...onlyMe, groupName: null };
  } catch {
    return { ...onlyMe, groupName: null };
  }
}

export function keepAudience(articleSlug: string, chosen: KeptAudience): void {
  try {
    localStorage.setItem(prefix + articleSlug, JSON.stringify(chosen));
  } catch {
    // Storage is forbidden: the next note is for only me again, which opens nothing.
  }
}
