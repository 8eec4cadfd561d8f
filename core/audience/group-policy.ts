import type { GroupRole } from "./access";

/** What is done in a group besides reading and writing. */
export const groupActs = [
  "describe",
  "invite",
  "assign",
  "seeProgress",
  "openThread",
  "shareNotes",
  "remove",
  "moderate",
  "changeRoles",
  "transfer",
  "archive",
] as const;

export type GroupAct = (typeof groupActs)[number];

const moderatorActs: readonly GroupAct[] = [
  "describe",
  "invite",
  "assign",
  "openThread",
  "shareNotes",
  "remove",
  "moderate",
];

/** An owner does everything in a group, a moderator most of it, others nothing. */
export function mayInGroup(role: GroupRole | null, act: GroupAct): boolean {
  if (role === "owner") return true;
  return role === "moderator" && moderatorActs.includes(act);
}

/** Whether somebody may be removed: by owners everybody but owners, by moderators those who are neither. */
export function mayRemoveMember(role: GroupRole | null, other: GroupRole): boolean {
  if (!mayInGroup(role, "remove") || other === "owner") return false;
  return role === "owner" || other !== "moderator";
}

/** The roles that an invitation may give: never the owner's, and a moderator's by owners only. */
export function mayInviteAs(role: GroupRole | null, invited: GroupRole): boolean {
  if (!mayInGroup(role, "invite") || invited === "owner") return false;
  return role === "owner" || invited !== "moderator";
}
