import "server-only";
import type { PersonalMenu } from "@/core/account/personal-menu";
import type { Viewer } from "@/core/viewer/viewer";
import { loadAccess } from "../audience/load-access";
import { db } from "../db";
import { moderatesAnything } from "../moderation/list-queue";
import { countUnread } from "../notifications/list-notifications";

/** What the menu of every page says to somebody. */
export async function loadMenu(viewer: Viewer | null): Promise<PersonalMenu> {
  if (!viewer) return { person: null, unread: 0, moderates: false };
  const [user, unread, access] = await Promise.all([
    db().user.findUniqueOrThrow({
      where: { id: viewer.id },
      select: { name: true, recoveryCode: { select: { userId: true } } },
    }),
    countUnread(viewer),
    loadAccess(viewer),
  ]);
  const person = {
    name: user.name || null,
    isAnonymous: viewer.isAnonymous,
    hasRecoveryCode: user.recoveryCode !== null,
  };
  return { person, unread, moderates: moderatesAnything(access) };
}
