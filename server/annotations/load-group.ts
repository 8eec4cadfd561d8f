import "server-only";
import type { Access } from "@/core/audience/access";
import type { Viewer } from "@/core/viewer/viewer";
import { loadAccess } from "../audience/load-access";
import type { Transaction } from "../db";

/** The group that an annotation is for, and the viewer's memberships, which nothing but a group makes anybody ask for. */
export async function loadGroup(
  transaction: Transaction,
  viewer: Viewer,
  groupId: string | null,
): Promise<{ readonly access: Access; readonly group: { readonly name: string } | null }> {
  if (groupId === null) return { access: { viewer, memberships: [], grants: [] }, group: null };
  const access = await loadAccess(viewer, transaction);
  const where = { id: groupId };
  return { access, group: await transaction.group.findUnique({ where, select: { name: true } }) };
}
