import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { POST as signIn } from "@/app/api/auth/sign-in/password/route";
import { GET as listNotes } from "@/app/api/notes/route";
import english from "@/messages/en.json";
import { runLine } from "@/scripts/admin/run-line";
import { db } from "@/server/db";
import { seedArticle } from "@/server/testing/seed-article";
import { send } from "@/server/testing/send";

// What `npm run admin -- …` prints and with which code it ends, as a script meets it.

const dataDir = mkdtempSync(join(tmpdir(), "zwiesprache-admin-"));
const nowhere = "00000000-0000-4000-8000-000000000000";
const email = "anna@example.org";

beforeAll(async () => {
  process.env.DATA_DIR = dataDir;
  process.env.LC_ALL = "C";
  await seedArticle({ slug: "hafen", audience: "draft" });
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

type Printed = { readonly code: number; readonly out: string; readonly error: string };

async function run(...argv: readonly string[]): Promise<Printed> {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const complain = vi.spyOn(console, "error").mockImplementation(() => undefined);
  try {
    const code = await runLine(argv);
    const textOf = ({ mock }: typeof log) => mock.calls.map(String).join("\n");
    return { code, out: textOf(log), error: textOf(complain) };
  } finally {
    log.mockRestore();
    complain.mockRestore();
  }
}

async function made(...argv: readonly string[]): Promise<Record<string, string>> {
  const { code, out, error } = await run(...argv, "--json");
  expect([code, error]).toEqual([0, ""]);
  return JSON.parse(out);
}

test("an account that is made can sign in with the password that was printed", async () => {
  const { password } = await made("user", "create", "--email", email, "--role", "editor");
  const body = { email, password };
  expect((await signIn(send("POST", "/api/auth/sign-in/password", { body }))).status).toBe(200);
  expect((await made("user", "role", "--user", email, "--role", "reader")).role).toBe("reader");
  const { out } = await run("user", "list");
  expect(out).toContain(`email: ${email}, name: anna, role: reader`);
  expect(out).not.toContain("password");
});

test("a token that is made opens what its scope names, until it is revoked", async () => {
  const asked = ["--user", email, "--scope", "annotations:read", "--name", "Skript"];
  const { id = "", token } = await made("token", "create", ...asked, "--days", "30");
  const headers = { authorization: `Bearer ${token}` };
  const status = async () => (await listNotes(send("GET", "/api/notes", { headers }))).status;
  expect(await status()).toBe(200);
  const own = JSON.stringify(await db().personalToken.findMany());
  expect(own).not.toContain(token);

  const [listed] = (await run("token", "list", "--user", email, "--json")).out.split("\n");
  expect(JSON.parse(listed ?? "")).toMatchObject({
    ...{ id, name: "Skript", scopes: ["annotations:read"] },
    expiresAt: expect.stringMatching(/^\d{4}-/),
  });
  expect(listed).not.toContain(token);
  await made("token", "revoke", id, "--user", email);
  expect((await run("token", "list", "--user", email)).out).toBe("");
});

test("a group that is made has its owner, and takes in whom a script adds", async () => {
  await made("user", "create", "--email", "ben@example.org");
  const { id = "" } = await made("group", "create", "--name", "Kurs B2", "--owner", email);
  await made("group", "add", "--group", id, "--user", "ben@example.org", "--role", "reader");
  const seats = await db().membership.findMany({
    where: { groupId: id },
    orderBy: { user: { email: "asc" } },
    select: { role: true, user: { select: { email: true } } },
  });
  expect(seats).toEqual([
    { role: "owner", user: { email } },
    { role: "reader", user: { email: "ben@example.org" } },
  ]);
  expect((await run("group", "list")).out).toBe(`id: ${id}, name: Kurs B2, members: 2`);
});

test("an article is put into the library, taken out and deleted", async () => {
  const line = async () => (await run("article", "list")).out;
  await made("article", "publish", "hafen");
  expect(await line()).toBe("slug: hafen, audience: library, versions: 1, annotations: 0");
  await made("article", "unpublish", "hafen");
  expect(await line()).toContain("audience: draft");
  await made("article", "delete", "hafen");
  expect(await line()).toBe("");
});

const { refusal, usage, unknownCommand, badOption } = english.Admin;

test.each([
  [`user create --email ${email}`, refusal["email-taken"]],
  ["user role --user niemand@example.org --role editor", refusal["no-user"]],
  ["token create --user niemand@example.org --scope annotations:read", refusal["no-user"]],
  ["token list --user niemand@example.org", refusal["no-user"]],
  [`token revoke ${nowhere} --user ${email}`, refusal["no-token"]],
  ["group create --name 9b --owner niemand@example.org", refusal["no-user"]],
  [`group add --group ${nowhere} --user ${email}`, refusal["no-group"]],
  [`group add --group ${nowhere} --user niemand@example.org`, refusal["no-user"]],
  ["article publish gibt-es-nicht", refusal["no-article"]],
  ["article unpublish gibt-es-nicht", refusal["no-article"]],
  ["article delete gibt-es-nicht", refusal["no-article"]],
])("%s: what it names is not there or taken, and the command says so", async (line, words) => {
  expect(await run(...line.split(" "))).toEqual({ code: 1, out: "", error: words });
});

test.each([
  ["", usage],
  ["user dance", `${unknownCommand}\n${usage}`],
  [`token create --user ${email}`, `${complaint("--scope")}\n${usage}`],
  [`token create --user ${email} --scope everything`, `${complaint("--scope")}\n${usage}`],
  ["user create --email nonsense", `${complaint("--email")}\n${usage}`],
  ["group add --group 9b --user a@b.de", `${complaint("--group")}\n${usage}`],
])("%j: the command is wrong, and what would be right is said", async (line, words) => {
  const argv = line.split(" ").filter(Boolean);
  expect(await run(...argv)).toEqual({ code: 2, out: "", error: words });
});

test("it speaks the language of the operator's environment", async () => {
  process.env.LC_ALL = "de_DE.UTF-8";
  expect((await run("article", "delete", "gibt-es-nicht")).error).toBe(
    "Diesen Artikel gibt es nicht.",
  );
});

function complaint(option: string): string {
  return badOption.replace("{option}", option);
}
