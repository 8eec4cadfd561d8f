import { db } from "../db";
import { makeToken } from "../tokens/personal-token";
import { seedGroup } from "./seed-group";
import { newVisitor, type Visitor } from "./visitor";

// Every kind of viewer that a route, a page or an action can meet, and what each is told.

const people = [
  ...(["stranger", "importer", "maker", "owner", "named", "member", "ex-member"] as const),
  ...(["moderator", "group owner", "link holder", "holder of a revoked link"] as const),
] as const;
export const kinds = ["nobody", ...people, "program", "program without scope"] as const;
export type Kind = (typeof kinds)[number];

/** For nobody, an anonymous stranger, whoever imported the draft, whoever made the thing, and the installation's owner. */
export type Row<Outcome> = readonly [Outcome, Outcome, Outcome, Outcome, Outcome];
export type Exceptions<Outcome> = Readonly<Partial<Record<(typeof people)[number], Outcome>>>;

/** For those who are in the class, and for those who lead it. */
export function inClass<Outcome>(member: Outcome, leader = member): Exceptions<Outcome> {
  return { maker: member, member, moderator: leader, "group owner": leader };
}

/**
 * What each kind is told. A name, a seat in a group and a link to something else are worth nothing: whoever has them is a
 * stranger unless the case says otherwise. A program is what its owner, the member, is where programs are let in, and
 * nobody elsewhere.
 */
export function outcomeFor<Outcome>(
  kind: Kind,
  row: Row<Outcome>,
  { but = {}, isForPrograms }: { but?: Exceptions<Outcome> | undefined; isForPrograms: boolean },
): Outcome {
  const [nobody, stranger, importer, maker, owner] = row;
  if (kind === "nobody" || kind === "program without scope") return nobody;
  if (kind === "program") return isForPrograms ? (but.member ?? stranger) : nobody;
  const spelledOut: Exceptions<Outcome> = { importer, maker, owner };
  return but[kind] ?? spelledOut[kind] ?? stranger;
}

export type People = {
  readonly visitors: Readonly<Partial<Record<Kind, Visitor>>>;
  /** What a program sends in place of a cookie. */
  readonly bearers: Readonly<Partial<Record<Kind, string>>>;
  /** Somebody besides, to whom things are done. */
  readonly pupil: Visitor;
};

/** Makes one of each kind; their seats and links are for the tests to give. */
export async function newPeople(): Promise<People> {
  const visitors: Partial<Record<Kind, Visitor>> = {};
  for (const kind of people) {
    visitors[kind] = await newVisitor(kind === "owner" ? "owner" : "reader");
  }
  const all = { visitors, bearers: {}, pupil: await newVisitor() };
  const data = { isAnonymous: false };
  await db().user.update({ where: { id: personOf(all, "named").viewer.id }, data });
  const { viewer } = personOf(all, "member");
  const asked = { name: "Skript", expiresAt: null };
  const able = await makeToken(viewer, { ...asked, scopes: ["annotations:write"] });
  const unable = await makeToken(viewer, { ...asked, scopes: [] });
  return { ...all, bearers: { program: able.token, "program without scope": unable.token } };
}

export function personOf({ visitors }: People, kind: Kind): Visitor {
  const visitor = visitors[kind];
  if (!visitor) throw new Error(`There is no ${kind}`);
  return visitor;
}

/** A class with its leaders, two members, and the pupil. */
export async function seedClass(all: People, name: string): Promise<string> {
  return seedGroup(name, [
    [personOf(all, "group owner"), "owner"],
    [personOf(all, "moderator"), "moderator"],
    [personOf(all, "maker"), "member"],
    [personOf(all, "member"), "member"],
    [all.pupil, "member"],
  ]);
}
