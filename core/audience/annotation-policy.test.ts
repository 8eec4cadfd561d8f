import { describe, expect, test } from "vitest";
import type { Access, Grant, GroupRole } from "./access";
import {
  type AnnotationAccess,
  mayAnswerAnnotation,
  mayChangeAnnotation,
  maySeeAnnotation,
  mayShareWith,
} from "./annotation-policy";

const library = { id: "a1", audience: "library", groupId: null, importedById: null } as const;
const draft = { id: "a2", audience: "draft", groupId: null, importedById: "maker" } as const;

function annotation(rest: Partial<AnnotationAccess> = {}): AnnotationAccess {
  const audience = { audience: "me", groupId: null } as const;
  const made = { id: "n1", ownerId: "maker", isDeleted: false, moderation: "shown" } as const;
  return { ...made, article: library, ...audience, ...rest };
}

function somebody(id: string, rest: Partial<Access> = {}): Access {
  const viewer = { id, isAnonymous: false, role: "reader" } as const;
  return { viewer, memberships: [], grants: [], ...rest };
}

function inClass(id: string, role: GroupRole = "member", isArchived = false): Access {
  return somebody(id, { memberships: [{ groupId: "class", role, isArchived }] });
}

const forClass = annotation({ audience: "group", groupId: "class" });
const forLinks = annotation({ audience: "link" });
const forAll = annotation({ audience: "public" });
const nobody: Access = { viewer: null, memberships: [], grants: [] };
const owner: Access = { ...nobody, viewer: { id: "boss", isAnonymous: false, role: "owner" } };

describe("seeing", () => {
  test.each([
    ["only me", annotation()],
    ["a class", forClass],
    ["links", forLinks],
    ["everyone", forAll],
  ])(
    "whoever made it sees what is for %s, even out of the class, until it is deleted",
    (_, made) => {
      expect(maySeeAnnotation(somebody("maker"), made)).toBe(true);
      expect(maySeeAnnotation(somebody("maker"), { ...made, isDeleted: true })).toBe(false);
    },
  );

  test("what is for only me is seen by nobody else, whatever their role", () => {
    for (const access of [nobody, owner, somebody("other"), inClass("other", "owner")]) {
      expect(maySeeAnnotation(access, annotation())).toBe(false);
    }
  });

  test.each(["held", "hidden", "removed"] as const)(
    "what moderation has %s is seen by whoever made it alone, whatever link there is to it",
    (moderation) => {
      for (const made of [forClass, forLinks, forAll]) {
        const moderated = { ...made, moderation };
        const grants = [{ kind: "annotation", annotationId: made.id }] as const;
        expect(maySeeAnnotation(somebody("maker"), moderated)).toBe(true);
        for (const access of [owner, inClass("boss", "owner"), somebody("other", { grants })]) {
          expect(maySeeAnnotation(access, moderated)).toBe(false);
        }
      }
    },
  );

  test("what is for a class is seen by its members, and by nobody else", () => {
    expect(maySeeAnnotation(inClass("pupil", "reader"), forClass)).toBe(true);
    expect(maySeeAnnotation(owner, forClass)).toBe(false);
    expect(maySeeAnnotation(inClass("pupil"), { ...forClass, groupId: "other" })).toBe(false);
    expect(maySeeAnnotation(inClass("pupil"), { ...forClass, groupId: null })).toBe(false);
  });

  test("what is for everyone is seen without an account, where the article may be read", () => {
    expect(maySeeAnnotation(nobody, forAll)).toBe(true);
    expect(maySeeAnnotation(nobody, { ...forAll, article: draft })).toBe(false);
    expect(maySeeAnnotation(inClass("pupil"), { ...forClass, article: draft })).toBe(false);
  });
});

describe("a link", () => {
  const grants: readonly (readonly [string, Grant])[] = [
    ["one annotation", { kind: "annotation", annotationId: "n1" }],
    ["somebody's notes", { kind: "notes", ownerId: "maker", articleId: "a1" }],
  ];
  test.each(grants)(
    "to %s opens what is for links or for everyone, and nothing else",
    (_, grant) => {
      const holder = { ...nobody, grants: [grant] };
      expect(maySeeAnnotation(holder, forLinks)).toBe(true);
      expect(maySeeAnnotation(holder, forAll)).toBe(true);
      expect(maySeeAnnotation(holder, annotation())).toBe(false);
      expect(maySeeAnnotation(holder, forClass)).toBe(false);
      expect(maySeeAnnotation(nobody, forLinks)).toBe(false);
      const elsewhere = { ...forLinks, id: "n2", article: { ...library, id: "a9" } };
      expect(maySeeAnnotation(holder, elsewhere)).toBe(false);
    },
  );

  test("to a group's notes opens what is for that group, on that article where it names one", () => {
    const holder = (articleId: string | null) => ({
      ...nobody,
      grants: [{ kind: "group", groupId: "class", articleId } as const],
    });
    expect(maySeeAnnotation(holder(null), forClass)).toBe(true);
    expect(maySeeAnnotation(holder("a1"), forClass)).toBe(true);
    expect(maySeeAnnotation(holder("a9"), forClass)).toBe(false);
    expect(maySeeAnnotation(holder(null), annotation())).toBe(false);
    expect(maySeeAnnotation(holder(null), { ...forClass, groupId: "other" })).toBe(false);
  });

  test("shows, and lets nobody answer", () => {
    const holder = somebody("other", { grants: [{ kind: "annotation", annotationId: "n1" }] });
    expect(maySeeAnnotation(holder, forLinks)).toBe(true);
    expect(mayAnswerAnnotation(holder, forLinks)).toBe(false);
    expect(mayAnswerAnnotation(holder, forAll)).toBe(true);
  });
});

describe("writing", () => {
  test("a member answers in the class; a reader of it, anybody in an archived one and nobody do not", () => {
    expect(mayAnswerAnnotation(inClass("pupil"), forClass)).toBe(true);
    expect(mayAnswerAnnotation(inClass("pupil", "reader"), forClass)).toBe(false);
    expect(mayAnswerAnnotation(inClass("teacher", "owner", true), forClass)).toBe(false);
    expect(mayAnswerAnnotation(nobody, forAll)).toBe(false);
  });

  test("only whoever made it changes it", () => {
    expect(mayChangeAnnotation(somebody("maker"), forAll)).toBe(true);
    expect(mayChangeAnnotation(inClass("teacher", "owner"), forClass)).toBe(false);
    expect(mayChangeAnnotation(owner, forAll)).toBe(false);
    expect(mayChangeAnnotation(nobody, forAll)).toBe(false);
  });

  test("an annotation is given to a group that its maker writes in, and to no other", () => {
    const toClass = { audience: "group", groupId: "class" } as const;
    expect(mayShareWith(inClass("maker"), toClass)).toBe(true);
    expect(mayShareWith(inClass("maker", "reader"), toClass)).toBe(false);
    expect(mayShareWith(inClass("maker", "member", true), toClass)).toBe(false);
    expect(mayShareWith(somebody("maker"), toClass)).toBe(false);
    expect(mayShareWith(inClass("maker"), { audience: "group", groupId: null })).toBe(false);
    expect(mayShareWith(inClass("maker"), { audience: "public", groupId: "class" })).toBe(false);
    expect(mayShareWith(somebody("maker"), { audience: "public", groupId: null })).toBe(true);
  });
});
