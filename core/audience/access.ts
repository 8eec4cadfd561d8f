import type { Viewer } from "../viewer/viewer";

/** What a person may do in a group. A reader reads along; a member writes too. */
export const groupRoles = ["owner", "moderator", "member", "reader"] as const;

export type GroupRole = (typeof groupRoles)[number];

export type Membership = {
  readonly groupId: string;
  readonly role: GroupRole;
  /** An archived group is read, and written in no more. */
  readonly isArchived: boolean;
};

/** What a share link opens to whoever holds it. It never opens more than its maker could see. */
export type Grant =
  | { readonly kind: "annotation"; readonly annotationId: string }
  | { readonly kind: "notes"; readonly ownerId: string; readonly articleId: string }
  | { readonly kind: "group"; readonly groupId: string; readonly articleId: string | null }
  | { readonly kind: "article"; readonly articleId: string };

/** Whoever asks, with all that opens something to them. Every question of the policy is asked with it. */
export type Access = {
  readonly viewer: Viewer | null;
  /** The viewer's own, as they are now: whoever left a group has none in it. */
  readonly memberships: readonly Membership[];
  /** Of the links that the request itself presents, and of those to articles that the viewer has opened. */
  readonly grants: readonly Grant[];
};

export function membershipIn({ memberships }: Access, groupId: string | null): Membership | null {
  return memberships.find((membership) => membership.groupId === groupId) ?? null;
}
