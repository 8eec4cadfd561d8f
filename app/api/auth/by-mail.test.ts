import { afterAll, expect, test, vi } from "vitest";
import { GET as getAnnotation } from "@/app/api/annotations/[id]/route";
import { startMailServer } from "@/server/testing/mail-server";
import { makeAnnotation } from "@/server/testing/make-annotation";
import { seedAnnotation } from "@/server/testing/seed-annotation";
import { seedArticle } from "@/server/testing/seed-article";
import { send } from "@/server/testing/send";
import { cookieOf, newVisitor } from "@/server/testing/visitor";
import { POST as confirm } from "./confirm/route";
import { POST as askForReset, PUT as reset } from "./reset/route";
import { POST as askForLink, PUT as useLink } from "./sign-in/link/route";
import { POST as signIn } from "./sign-in/password/route";
import { POST as signUp } from "./sign-up/route";

// Where the operator has named a mail server: what is sent there, and what its links do.

const server = await startMailServer();
process.env.SMTP_URL = server.url;
process.env.MAIL_FROM = "lesen@schule.example";
afterAll(server.stop);

const password = "Quittengelee im Oktober";

function ask(handle: (request: Request) => Promise<Response>, body: object, cookie?: string) {
  return handle(send("POST", "/api/auth", { cookie, body }));
}

/** The mail that comes next to this person. */
async function mailTo(email: string, known = 0): Promise<string> {
  const own = () => server.mails.filter(({ to }) => to === email);
  await vi.waitFor(() => expect(own().length).toBeGreaterThan(known), 10_000);
  return own().at(-1)?.text ?? "";
}

function tokenIn(mail: string): string {
  return /#([\w.-]+)/.exec(mail)?.[1] ?? "";
}

test("an address is proven before it opens anything, and what was written without a name is kept", async () => {
  const reading = await seedArticle({ slug: "zwei-haefen" });
  const { viewer, cookie } = await newVisitor();
  const { id } = await seedAnnotation(viewer, makeAnnotation(reading, "Hafen"));
  const email = "mila@schule.example";

  const answer = await ask(signUp, { name: "Mila", email, password }, cookie);
  expect([answer.status, (await answer.json()).viewer]).toEqual([200, null]);
  expect(answer.headers.getSetCookie()).toEqual([]);
  const mail = await mailTo(email);
  expect(mail).toContain("From: Zwiesprache <lesen@schule.example>");
  const early = await ask(signIn, { email, password }, cookie);
  expect([early.status, (await early.json()).reason]).toEqual([403, "address-unproven"]);

  expect((await ask(confirm, { token: tokenIn(mail) })).status).toBe(200);
  const signedIn = await ask(signIn, { email, password }, cookie);
  expect(signedIn.status).toBe(200);
  const asked = send("GET", `/api/annotations/${id}`, { cookie: cookieOf(signedIn) });
  expect((await getAnnotation(asked, { params: Promise.resolve({ id }) })).status).toBe(200);
});

test("signing up with an address that has an account is answered alike, and its owner is told", async () => {
  const [known, unknown] = ["jonas@schule.example", "niemand@schule.example"];
  await ask(signUp, { name: "Jonas", email: known, password });
  await ask(confirm, { token: tokenIn(await mailTo(known)) });

  const again = await ask(signUp, { name: "Mila", email: known, password: "ein anderes Passwort" });
  const fresh = await ask(signUp, { name: "Mila", email: unknown, password });
  expect(again.status).toBe(fresh.status);
  expect(await again.text()).toBe(await fresh.text());
  expect([...again.headers]).toEqual([...fresh.headers]);
  expect(tokenIn(await mailTo(known, 1))).toBe("");
  expect((await ask(signIn, { email: known, password: "ein anderes Passwort" })).status).toBe(401);
});

test("a link by mail signs in, another chooses a new password, and an unknown address gets none of the latter", async () => {
  const email = "ada@schule.example";
  await ask(askForLink, { email });
  const link = tokenIn(await mailTo(email));
  expect((await ask(useLink, { token: link })).status).toBe(200);
  expect((await ask(useLink, { token: link })).status).toBe(410);

  await ask(askForReset, { email: "keine@schule.example" });
  await ask(askForReset, { email });
  const token = tokenIn(await mailTo(email, 1));
  expect((await ask(reset, { token, password })).status).toBe(200);
  expect((await ask(signIn, { email, password })).status).toBe(200);
  expect(server.mails.some(({ to }) => to === "keine@schule.example")).toBe(false);
});
