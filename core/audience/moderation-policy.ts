import type { Decision } from "../moderation/moderation-input";
import { type Access, membershipIn } from "./access";
import type { Audience, Moderation } from "./annotation-policy";
import { mayInGroup } from "./group-policy";

/** Whether the viewer looks after a group (`null`: after the installation). */
export function mayModerate(access: Access, groupId: string | null): boolean {
  if (groupId === null) return access.viewer?.role === "owner" || access.viewer?.role === "editor";
  return mayInGroup(membershipIn(access, groupId)?.role ?? null, "moderate");
}

type Moderated = Audience & {
  readonly ownerId: string;
  /** Whether somebody has shown it to the installation's moderators by a report. */
  readonly isReportedToInstallation: boolean;
};

/**
 * What is for a group is in the hands of those who lead it; what everyone sees, and what was reported to the
 * installation, in those of its moderators. What somebody keeps to themselves is nobody's business, and nobody judges
 * their own words.
 */
export function mayModerateAnnotation(access: Access, annotation: Moderated): boolean {
  const { audience, groupId, ownerId, isReportedToInstallation } = annotation;
  if (audience === "me" || access.viewer?.id === ownerId) return false;
  if (audience === "group" && groupId !== null && mayModerate(access, groupId)) return true;
  return mayModerate(access, null) && (audience === "public" || isReportedToInstallation);
}

const steps: Readonly<Record<Decision, Partial<Record<Moderation, Moderation>>>> = {
  release: { held: "shown" },
  hide: { shown: "hidden", held: "hidden" },
  show: { hidden: "shown" },
  remove: { shown: "removed", held: "removed", hidden: "removed" },
  keep: { shown: "shown" },
};

/** What a decision makes of something; `null` where it does not fit, because somebody else was faster. */
export function moderationAfter(moderation: Moderation, decision: Decision): Moderation | null {
  return steps[decision][moderation] ?? null;
}

/** Which decisions are left for something. */
export function decisionsFor(moderation: Moderation, hasReports: boolean): readonly Decision[] {
  if (moderation === "held") return ["release", "remove"];
  if (moderation === "hidden") return ["show", "remove"];
  if (moderation === "removed") return [];
  return hasReports ? ["keep", "hide", "remove"] : ["hide", "remove"];
}
