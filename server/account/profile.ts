import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";

export type Profile = Viewer & {
  /** Empty for somebody who has not given one. */
  readonly name: string;
  /** `null` for an anonymous account. */
  readonly email: string | null;
  readonly hasPassword: boolean;
  /** Since when there is a code that brings the account back. */
  readonly recoverySince: string | null;
};

/** What the viewer's own account page shows. */
export async function getProfile(viewer: Viewer): Promise<Profile> {
  const { name, email, accounts, recoveryCode } = await db().user.findUniqueOrThrow({
    where: { id: viewer.id },
    select: {
      name: true,
      email: true,
      accounts: { where: { password: { not: null } }, select: { id: true } },
      recoveryCode: { select: { createdAt: true } },
    },
  });
  return {
    ...viewer,
    name,
    email: viewer.isAnonymous ? null : email,
    hasPassword: accounts.length > 0,
    recoverySince: recoveryCode?.createdAt.toISOString() ?? null,
  };
}

/** Gives the viewer the name that others read. */
export async function rename(viewer: Viewer, name: string): Promise<{ readonly name: string }> {
  await db().user.update({ where: { id: viewer.id }, data: { name } });
  return { name };
}
