import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { PUT as changePassword } from "@/app/api/account/password/route";
import { POST as makeCode } from "@/app/api/account/recovery-code/route";
import { DELETE as deleteAccount, PATCH as rename } from "@/app/api/account/route";
import { DELETE as endSession } from "@/app/api/account/sessions/[id]/route";
import { GET as listSessions, POST as restartSession } from "@/app/api/account/sessions/route";
import { GET as getViewer } from "@/app/api/viewer/route";
import type { Reading } from "@/server/articles/load-article";
import { db } from "@/server/db";
import { makeAnnotation } from "@/server/testing/make-annotation";
import { seedAnnotation } from "@/server/testing/seed-annotation";
import { seedArticle } from "@/server/testing/seed-article";
import { send } from "@/server/testing/send";
import { cookieOf, newVisitor } from "@/server/testing/visitor";
import { POST as recover } from "./recover/route";
import { POST as askForReset, PUT as reset } from "./reset/route";
import { POST as askForLink, PUT as useLink } from "./sign-in/link/route";
import { POST as signIn } from "./sign-in/password/route";
import { POST as signOut } from "./sign-out/route";
import { POST as signUp } from "./sign-up/route";

const password = "Quittengelee im Oktober";
let reading: Reading;
let log: string[];
let count = 0;

beforeAll(async () => {
  reading = await seedArticle({ slug: "zwei-haefen" });
});

beforeEach(() => {
  log = [];
  for (const kind of ["info", "warn", "error", "log"] as const) {
    vi.spyOn(console, kind).mockImplementation((...words) => void log.push(words.join(" ")));
  }
});

afterEach(() => {
  vi.restoreAllMocks();
});

function newEmail(): string {
  count += 1;
  return `leserin${count}@schule.example`;
}

type Handler = (request: Request) => Promise<Response>;

function ask(handle: Handler, body: unknown, cookie?: string, method = "POST") {
  return handle(send(method, "/api/auth", { cookie, body }));
}

async function newMember(cookie?: string) {
  const email = newEmail();
  const response = await ask(signUp, { name: "Mila", email, password }, cookie);
  expect(response.status).toBe(200);
  return { email, response, cookie: cookieOf(response) };
}

async function viewerOf(cookie: string): Promise<{ id: string; isAnonymous: boolean } | null> {
  const response = await getViewer(send("GET", "/api/viewer", { cookie }));
  return (await response.json()).viewer;
}

async function reasonOf(response: Response): Promise<string> {
  return (await response.json()).reason;
}

/** The token of the last mail, which a server without a mail server writes to its log. */
function mailedToken(): string {
  return log.join("\n").match(/#([\w.-]+)/)?.[1] ?? "";
}

describe("from an anonymous account", () => {
  test("whoever signs up keeps what they wrote, under a new session", async () => {
    const visitor = await newVisitor();
    const { id } = await seedAnnotation(visitor.viewer, makeAnnotation(reading, "Hafen"));
    const { cookie } = await newMember(visitor.cookie);
    const viewer = await viewerOf(cookie);
    expect(viewer).toMatchObject({ isAnonymous: false });
    expect((await db().annotation.findUniqueOrThrow({ where: { id } })).ownerId).toBe(viewer?.id);
    expect(await viewerOf(visitor.cookie)).toBeNull();
  });

  test("whoever signs in keeps what they wrote before and what they wrote as anonymous", async () => {
    const { email, cookie } = await newMember();
    const member = await viewerOf(cookie);
    if (!member) throw new Error("Nobody signed up");
    const own = { ...member, role: "reader" } as const;
    const before = await seedAnnotation(own, makeAnnotation(reading, "Schiffe"));
    const visitor = await newVisitor();
    const anew = await seedAnnotation(visitor.viewer, makeAnnotation(reading, "Hafen"));
    const response = await ask(signIn, { email, password }, visitor.cookie);
    expect(response.status).toBe(200);
    const owned = await db().annotation.findMany({ where: { ownerId: member.id } });
    expect(owned.map(({ id }) => id).sort()).toEqual([before.id, anew.id].sort());
  });

  test("where moving fails nothing is lost: the anonymous account is as it was, and signing in again succeeds", async () => {
    const { email } = await newMember();
    const visitor = await newVisitor();
    const { id } = await seedAnnotation(visitor.viewer, makeAnnotation(reading, "Hafen"));
    await db()
      .$executeRaw`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''full''; END'`;
    await db().$executeRaw`CREATE TRIGGER refuse BEFORE DELETE ON "user" EXECUTE FUNCTION refuse()`;
    await expect(ask(signIn, { email, password }, visitor.cookie)).rejects.toThrow();
    await db().$executeRaw`DROP TRIGGER refuse ON "user"`;
    const row = await db().annotation.findUniqueOrThrow({ where: { id } });
    expect(row.ownerId).toBe(visitor.viewer.id);
    expect((await viewerOf(visitor.cookie))?.id).toBe(visitor.viewer.id);
    expect((await ask(signIn, { email, password }, visitor.cookie)).status).toBe(200);
    expect((await db().annotation.findUniqueOrThrow({ where: { id } })).ownerId).not.toBe(
      visitor.viewer.id,
    );
  });

  test("a recovery code brings it back on another browser, once, with what was written there meanwhile", async () => {
    const visitor = await newVisitor();
    const { id } = await seedAnnotation(visitor.viewer, makeAnnotation(reading, "Hafen"));
    const made = await ask(makeCode, {}, visitor.cookie);
    const { code } = await made.json();
    expect(code).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    await ask(signOut, {}, visitor.cookie);
    expect(await viewerOf(visitor.cookie)).toBeNull();

    const elsewhere = await newVisitor();
    const other = await seedAnnotation(elsewhere.viewer, makeAnnotation(reading, "Hafen"));
    const written = ` ${code.toLowerCase().replaceAll("-", " ")} `;
    const back = await ask(recover, { code: written }, elsewhere.cookie);
    expect(back.status).toBe(200);
    expect((await viewerOf(cookieOf(back)))?.id).toBe(visitor.viewer.id);
    const owned = await db().annotation.findMany({ where: { ownerId: visitor.viewer.id } });
    expect(owned.map((row) => row.id).sort()).toEqual([id, other.id].sort());
    expect(await reasonOf(await ask(recover, { code }))).toBe("link-invalid");
  });
});

describe("signing in", () => {
  test("a wrong password and an address without an account are answered alike, to the letter", async () => {
    const { email } = await newMember();
    const wrong = await ask(signIn, { email, password: "nicht dieses Passwort" });
    const missing = await ask(signIn, { email: newEmail(), password });
    expect([wrong.status, missing.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await missing.text());
    expect([...wrong.headers]).toEqual([...missing.headers]);
  });

  test("the session is a new one: a cookie that somebody planted before opens nothing after", async () => {
    const { email, cookie } = await newMember();
    const planted = await newVisitor();
    const response = await ask(signIn, { email, password }, planted.cookie);
    const fresh = cookieOf(response);
    expect(fresh).toContain("session_token");
    expect([cookie, planted.cookie].some((known) => fresh.includes(known))).toBe(false);
    expect(await viewerOf(planted.cookie)).toBeNull();
  });

  test("on a shared computer the cookie ends with the browser, and nothing says who was there", async () => {
    const { email } = await newMember();
    const response = await ask(signIn, { email, password, isShared: true });
    const cookies = response.headers.getSetCookie();
    const session = cookies.find((cookie) => cookie.includes("session_token"));
    expect(session).not.toMatch(/Max-Age|Expires/i);
    expect(cookies.some((cookie) => cookie.includes(".device="))).toBe(false);
  });

  test("an anonymous reader can say that a computer is shared, too", async () => {
    const visitor = await newVisitor();
    const response = await ask(restartSession, { isShared: true }, visitor.cookie);
    const session = response.headers.getSetCookie().find((one) => one.includes("session_token"));
    expect(session).not.toMatch(/Max-Age|Expires/i);
    expect((await viewerOf(cookieOf(response)))?.id).toBe(visitor.viewer.id);
    expect(await viewerOf(visitor.cookie)).toBeNull();
  });

  test("ten thousand passwords on one account: a handful is tried, and its own browser still gets in", async () => {
    const { email, cookie } = await newMember();
    const statuses = new Map<number, number>();
    for (let tried = 0; tried < 10_000; tried += 1) {
      const { status } = await ask(signIn, { email, password: `geraten ${tried}` });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(statuses.get(401)).toBeLessThan(20);
    expect((statuses.get(401) ?? 0) + (statuses.get(429) ?? 0)).toBe(10_000);
    expect((await ask(signIn, { email, password })).status).toBe(429);
    expect((await ask(signIn, { email, password }, cookie)).status).toBe(200);
  });
});

describe("signing up", () => {
  test("an address that has an account is refused where no mail can be sent", async () => {
    const { email } = await newMember();
    const response = await ask(signUp, { name: "Mila", email: email.toUpperCase(), password });
    expect([response.status, await reasonOf(response)]).toEqual([409, "address-taken"]);
  });

  test.each([
    ["a role", { role: "owner" }],
    ["proof of the address", { emailVerified: true }],
    ["an id", { id: "owner" }],
    ["an operator for an address", { email: { contains: "@" } }],
    ["an operator for a password", { password: { not: "" } }],
    ["a short password", { password: "kurz" }],
    ["a password of a million letters", { password: "x".repeat(1_000_000) }],
    ["no name", { name: " " }],
    ["a name with a line end", { name: "Mila\r\nBcc: alle@elsewhere.example" }],
    ["a name that turns the line around", { name: "Mila\u202e" }],
    ["two addresses", { email: "a@schule.example,b@schule.example" }],
    ["an address with a line end", { email: "a@schule.example\r\nBcc: b@schule.example" }],
  ])("%s is refused", async (_, rest) => {
    const response = await ask(signUp, { name: "Mila", email: newEmail(), password, ...rest });
    expect([413, 422]).toContain(response.status);
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});

const forms = {
  signUp,
  signIn,
  signOut,
  askForLink,
  useLink,
  askForReset,
  reset,
  recover,
  restartSession,
  makeCode,
  rename,
  changePassword,
  deleteAccount,
};

describe.each(Object.entries(forms))("%s from elsewhere", (_, handle) => {
  test.each([
    ["another site", { origin: "https://elsewhere.example" }, 403],
    ["a sandboxed frame", { origin: "null" }, 403],
    ["whoever does not say", { origin: null }, 403],
    ["another site, without its name", { origin: null, "sec-fetch-site": "cross-site" }, 403],
    ["a form that writes JSON as text", { "content-type": "text/plain" }, 400],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, 400],
    ["a form with files", { "content-type": "multipart/form-data; boundary=x" }, 400],
  ])("%s is refused, and nobody is signed in or out", async (_who, headers, status) => {
    const { cookie } = await newVisitor();
    const body = { name: "Mila", email: newEmail(), password, token: "x", code: "x" };
    const response = await handle(send("POST", "/api/auth", { cookie, body, headers }));
    expect(response.status).toBe(status);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await viewerOf(cookie)).not.toBeNull();
  });
});

describe("sessions", () => {
  test("are listed without their tokens, and each can be ended, by its owner alone", async () => {
    const { email, cookie } = await newMember();
    const second = cookieOf(await ask(signIn, { email, password }));
    const stranger = await newVisitor();
    const listed = await listSessions(send("GET", "/api/account/sessions", { cookie }));
    const { sessions } = await listed.json();
    expect(sessions).toHaveLength(2);
    expect(Object.keys(sessions[0]).sort()).toEqual(
      ["createdAt", "id", "isCurrent", "lastUsedAt", "userAgent"].sort(),
    );
    const other = sessions.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent);
    const end = (who: string) =>
      endSession(send("DELETE", "/api", { cookie: who, body: {} }), {
        params: Promise.resolve({ id: other.id }),
      });
    expect((await end(stranger.cookie)).status).toBe(404);
    expect(await viewerOf(second)).not.toBeNull();
    expect((await end(cookie)).status).toBe(200);
    expect(await viewerOf(second)).toBeNull();
    expect(await viewerOf(cookie)).not.toBeNull();
  });

  test("all but the present one end with the password, which takes the old one to change", async () => {
    const { email, cookie } = await newMember();
    const second = cookieOf(await ask(signIn, { email, password }));
    const change = (current: string) =>
      ask(changePassword, { current, password: "ein ganz anderes Passwort" }, cookie, "PUT");
    expect(await reasonOf(await change("nicht das alte Passwort"))).toBe("wrong-credentials");
    const changed = await change(password);
    expect(changed.status).toBe(200);
    expect(await viewerOf(second)).toBeNull();
    expect(await viewerOf(cookie)).toBeNull();
    expect(await viewerOf(cookieOf(changed))).not.toBeNull();
    expect((await ask(signIn, { email, password }, cookieOf(changed))).status).toBe(401);
  });
});

describe("links by mail", () => {
  test("the answer to a request is the same whether there is an account or not", async () => {
    const { email } = await newMember();
    for (const route of [askForReset, askForLink]) {
      const [known, unknown] = [
        await ask(route, { email }),
        await ask(route, { email: newEmail() }),
      ];
      expect(known.status).toBe(202);
      expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
    }
  });

  test("a link for a new password works once, and ends every session", async () => {
    const { email, cookie } = await newMember();
    await ask(askForReset, { email });
    const body = { token: mailedToken(), password: "ein ganz anderes Passwort" };
    expect((await ask(reset, body, undefined, "PUT")).status).toBe(200);
    expect(await viewerOf(cookie)).toBeNull();
    expect(await reasonOf(await ask(reset, body, undefined, "PUT"))).toBe("link-invalid");
    expect((await ask(signIn, { email, password: body.password })).status).toBe(200);
  });

  test("a link to sign in works once, not after its time, and is not kept as it is", async () => {
    const { email } = await newMember();
    await ask(askForLink, { email });
    const token = mailedToken();
    expect(token.length).toBeGreaterThan(30);
    const kept = await db().verification.findMany();
    expect(JSON.stringify(kept)).not.toContain(token);
    const first = await ask(useLink, { token }, undefined, "PUT");
    expect(first.status).toBe(200);
    expect(await viewerOf(cookieOf(first))).toMatchObject({ isAnonymous: false });
    expect(await reasonOf(await ask(useLink, { token }, undefined, "PUT"))).toBe("link-invalid");

    log = [];
    await ask(askForLink, { email });
    await db().verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    const late = await ask(useLink, { token: mailedToken() }, undefined, "PUT");
    expect(await reasonOf(late)).toBe("link-invalid");
  });

  test("only so many mails go to one person", async () => {
    const email = newEmail();
    const statuses = [];
    for (let asked = 0; asked < 8; asked += 1)
      statuses.push((await ask(askForLink, { email })).status);
    expect(statuses).toEqual([202, 202, 202, 202, 429, 429, 429, 429]);
  });
});

test("an account with a password is deleted by whoever knows it, not by whoever finds it open", async () => {
  const { email, cookie } = await newMember();
  const remove = (given: string | null) =>
    ask(deleteAccount, { password: given }, cookie, "DELETE");
  expect(await reasonOf(await remove(null))).toBe("wrong-credentials");
  expect(await reasonOf(await remove("nicht dieses Passwort"))).toBe("wrong-credentials");
  expect((await remove(password)).status).toBe(200);
  expect(await viewerOf(cookie)).toBeNull();
  expect(await db().user.count({ where: { email } })).toBe(0);
});

test("nothing that opens an account is written to the log by itself", async () => {
  const { email, cookie } = await newMember();
  await ask(signIn, { email, password: "nicht dieses Passwort" });
  await ask(signIn, { email, password }, cookie);
  expect(log.join("\n")).not.toContain(password);
  expect(log.join("\n")).not.toContain("nicht dieses Passwort");
  expect(log.join("\n")).not.toContain("session_token");
});

test("thirty pupils behind one address sign up and in within a minute, each mistyping twice", async () => {
  const pupils = await Promise.all(Array.from({ length: 30 }, () => newMember()));
  const answers = await Promise.all(
    pupils.map(async ({ email }) => {
      await ask(signIn, { email, password: "vertippt und noch" });
      await ask(signIn, { email, password: "einmal vertippt" });
      return (await ask(signIn, { email, password })).status;
    }),
  );
  expect(answers).toEqual(Array(30).fill(200));
});
