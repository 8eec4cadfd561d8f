import { expect, test } from "vitest";
import { groupRoles } from "./access";
import { groupActs, mayInGroup, mayInviteAs, mayRemoveMember } from "./group-policy";

test("members and readers, and whoever is not in it, run nothing in a group", () => {
  for (const act of groupActs) {
    expect(mayInGroup("member", act)).toBe(false);
    expect(mayInGroup("reader", act)).toBe(false);
    expect(mayInGroup(null, act)).toBe(false);
    expect(mayInGroup("owner", act)).toBe(true);
  }
});

test("who has read what, roles, handing over and closing are the owner's", () => {
  const owners = groupActs.filter((act) => !mayInGroup("moderator", act));
  expect(owners).toEqual(["seeProgress", "changeRoles", "transfer", "archive"]);
});

test("nobody makes another as mighty as themselves by an invitation, and none makes an owner", () => {
  const invitable = (role: "owner" | "moderator") =>
    groupRoles.filter((invited) => mayInviteAs(role, invited));
  expect(invitable("owner")).toEqual(["moderator", "member", "reader"]);
  expect(invitable("moderator")).toEqual(["member", "reader"]);
});

test("owners are removed by nobody, moderators by owners", () => {
  const removable = (role: "owner" | "moderator") =>
    groupRoles.filter((other) => mayRemoveMember(role, other));
  expect(removable("owner")).toEqual(["moderator", "member", "reader"]);
  expect(removable("moderator")).toEqual(["member", "reader"]);
});
