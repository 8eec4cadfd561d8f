import * as z from "zod/mini";
import { groupRoles } from "@/core/audience/access";

const groupSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.enum(groupRoles),
  memberCount: z.int(),
  isArchived: z.boolean(),
  parentId: z.nullable(z.uuid()),
});
export type OwnGroup = z.infer<typeof groupSchema>;

/** The groups that the reader may write for; none without an account or a connection. */
export async function loadWritableGroups(): Promise<readonly OwnGroup[]> {
  try {
    const response = await fetch("/api/groups", { cache: "no-store" });
    if (!response.ok) return [];
    const { groups } = z.object({ groups: z.array(groupSchema) }).parse(await response.json());
    return groups.filter(({ role, isArchived }) => role !== "reader" && !isArchived);
  } catch {
    return [];
  }
}
