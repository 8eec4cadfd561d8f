import * as z from "zod/mini";

const groupSchema = z.object({ members: z.array(z.object({ id: z.string(), name: z.string() })) });

/** Somebody who can be named in a note. */
export type Person = { readonly id: string; readonly label: string };

/** The members of a group who have a name; none where it cannot be asked now. */
export async function loadMembers(groupId: string): Promise<readonly Person[]> {
  try {
    const response = await fetch(`/api/groups/${groupId}`, { cache: "no-store" });
    if (!response.ok) return [];
    const { members } = groupSchema.parse(await response.json());
    return members.flatMap(({ id, name }) => (name.trim() === "" ? [] : [{ id, label: name }]));
  } catch {
    return [];
  }
}
