import { randomUUID } from "node:crypto";
import type { GroupRole } from "@/core/audience/access";
import { db } from "../db";
import type { Visitor } from "./visitor";

/** Makes a group with these people in it. */
export async function seedGroup(
  name: string,
  members: readonly (readonly [Visitor, GroupRole])[],
): Promise<string> {
  const id = randomUUID();
  await db().group.create({ data: { id, name } });
  await db().membership.createMany({
    data: members.map(([{ viewer }, role]) => ({ groupId: id, userId: viewer.id, role })),
  });
  return id;
}
