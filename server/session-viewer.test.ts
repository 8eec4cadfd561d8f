import { expect, test } from "vitest";
import { auth } from "./auth";
import { db } from "./db";
import { viewerOf } from "./session-user";
import { sessionViewer } from "./session-viewer";
import { newVisitor } from "./testing/visitor";

/** Asked of better-auth itself. */
async function foundByAuth(cookie: string) {
  const headers = new Headers({ cookie });
  const session = await auth().api.getSession({ headers, query: { disableRefresh: true } });
  return session ? viewerOf(session.user) : null;
}

test("a cookie is believed exactly where better-auth believes it", async () => {
  const [reader, other, late] = [
    await newVisitor(),
    await newVisitor("editor"),
    await newVisitor(),
  ];
  await db().session.updateMany({
    where: { userId: late.viewer.id },
    data: { expiresAt: new Date(Date.now() - 1000) },
  });
  const [name = "", value = ""] = reader.cookie.split("=");
  const { secret } = await auth().$context;
  expect(secret.length).toBeGreaterThan(10);
  const dot = value.lastIndexOf(".");
  const theirs = other.cookie.split("=")[1] ?? "";
  const cookies = [
    reader.cookie,
    other.cookie,
    `theme=dark; ${reader.cookie}; x=y`,
    late.cookie,
    "",
    "x=y",
    `${name}=`,
    `${name}=${value.slice(0, dot)}`, // without its signature
    `${name}=${value.slice(0, dot)}${theirs.slice(theirs.lastIndexOf("."))}`, // with another's
    `${name}=A${value.slice(1)}`,
    `${name}=${value}A`,
    `${name}=.${value.slice(dot + 1)}`,
    `${name}=%00.${value.slice(dot + 1)}`,
    `${name}=%E0%A4%A`,
    `other_${reader.cookie}`,
  ];
  const found: (string | null)[] = [];
  for (const cookie of cookies) {
    const viewer = await sessionViewer(cookie);
    expect({ cookie, viewer }).toEqual({ cookie, viewer: await foundByAuth(cookie) });
    found.push(viewer?.id ?? null);
  }
  const [own, them] = [reader.viewer.id, other.viewer.id];
  expect(found).toEqual([own, them, own, ...Array(cookies.length - 3).fill(null)]);
});

test("a session that has ended opens nothing from that moment on, also for those who ask at once", async () => {
  const visitors = await Promise.all(Array.from({ length: 8 }, () => newVisitor()));
  const ask = () => Promise.all(visitors.map(({ cookie }) => sessionViewer(cookie)));
  expect(await ask()).toEqual(visitors.map(({ viewer }) => viewer));
  const ended = visitors.filter((_, index) => index % 2 === 0).map(({ viewer }) => viewer.id);
  await db().session.deleteMany({ where: { userId: { in: ended } } });
  expect(await ask()).toEqual(
    visitors.map(({ viewer }) => (ended.includes(viewer.id) ? null : viewer)),
  );
});
