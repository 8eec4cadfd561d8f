import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type APIRequestContext, expect, type PlaywrightWorkerArgs, test } from "@playwright/test";

// Every page that there is, in every form in which it can be asked for × every kind of viewer: what is for a group's
// members, for the holder of a link or for oneself is in no answer to anybody else, neither as HTML nor as what the
// router asks for.

const kinds = [
  ...(["no session", "anonymous", "other", "maker", "member", "ex-member"] as const),
  ...(["moderator", "group owner", "link holder", "holder of a revoked link"] as const),
  ...(["program", "program without scope"] as const),
] as const;
type Kind = (typeof kinds)[number];

const forms: Readonly<Record<string, { suffix?: string; headers: Record<string, string> }>> = {
  page: { headers: {} },
  "for the router": { headers: { RSC: "1" } },
  "for the router, with its mark": { suffix: "?_rsc=1a2b3", headers: { RSC: "1" } },
  "ahead of a click": { headers: { RSC: "1", "Next-Router-Prefetch": "1" } },
  "ahead of a click, in parts": {
    headers: { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" },
  },
  "by its suffix": { suffix: ".rsc", headers: {} },
};

type People = Record<Kind, APIRequestContext>;
/** Where a page is asked for, and to whom it may and must show a secret. */
type Asked = {
  readonly path: string;
  readonly shows?: readonly Kind[];
  readonly mayShow?: readonly Kind[];
};

const inGroup: readonly Kind[] = ["member", "moderator", "group owner", "maker"];

test("no page gives a viewer what is not theirs, in whatever form it is asked for", {
  tag: "@slow",
}, async ({ playwright }) => {
  test.setTimeout(300_000);
  const url = process.env.E2E_URL ?? "";
  const people = await newPeople(playwright, url);
  const secret = `Geheim-${crypto.randomUUID()}`;
  const { groupId, joinPath, links } = await foundGroup(people, writer(url), secret);
  const importId = await bringDocument(people.maker, url, `${secret}.txt`);

  const pages: Readonly<Record<string, readonly Asked[]>> = {
    "": [{ path: "" }],
    "[...rest]": [{ path: "/nirgends" }],
    about: [{ path: "/about" }],
    account: [{ path: "/account", shows: ["group owner"] }], // who made the links
    glossary: [{ path: "/glossary" }],
    groups: [{ path: "/groups", shows: inGroup }],
    "groups/[id]": [{ path: `/groups/${groupId}`, shows: inGroup }],
    import: [{ path: "/import", shows: ["maker"] }],
    "import/[id]": [{ path: `/import/${importId}`, shows: ["maker"] }],
    imprint: [{ path: "/imprint" }],
    "join/[token]": [{ path: joinPath }], // taken back
    mailbox: [{ path: "/mailbox" }],
    moderation: [{ path: "/moderation", mayShow: ["moderator", "group owner"] }],
    notes: [{ path: "/notes", mayShow: inGroup }],
    notifications: [{ path: "/notifications", shows: ["group owner"] }], // who is told of those who join
    "owner/[token]": [{ path: "/owner/keiner" }],
    privacy: [{ path: "/privacy" }],
    "read/[slug]/[[...view]]": [
      { path: "/read/waehrung-unter-der-erde" },
      { path: "/read/waehrung-unter-der-erde/alternating" },
    ],
    recover: [{ path: "/recover" }],
    reset: [{ path: "/reset" }],
    // A link is worth the same whoever holds it.
    "shared/[token]": [{ path: links.good, shows: kinds }, { path: links.revoked }],
    "sign-in": [{ path: "/sign-in" }],
    "sign-in/confirm": [{ path: "/sign-in/confirm" }],
    "sign-in/link": [{ path: "/sign-in/link" }],
    "sign-up": [{ path: "/sign-up" }],
    styleguide: [{ path: "/styleguide" }],
    "workbench/[slug]": [{ path: "/workbench/waehrung-unter-der-erde" }],
    "workbench/[slug]/publication": [{ path: "/workbench/waehrung-unter-der-erde/publication" }],
    "workbench/[slug]/versions": [{ path: "/workbench/waehrung-unter-der-erde/versions" }],
  };
  expect(Object.keys(pages).sort()).toEqual(foldersOfPages());

  const asked = Object.values(pages).flat();
  await Promise.all(kinds.map((kind) => askForAll(kind)));

  async function askForAll(kind: Kind): Promise<void> {
    for (const { path, shows = [], mayShow = [] } of asked) {
      for (const [form, { suffix = "", headers }] of Object.entries(forms)) {
        const response = await people[kind].get(`${url}/de${path}${suffix}`, { headers });
        const isShown = (await response.text()).includes(secret);
        const about = `${path}, ${form}, to ${kind}`;
        // Not all of these is asked for nothing: whom it is for sees it on the page.
        if (shows.includes(kind) && form === "page") expect(isShown, about).toBe(true);
        if (![...shows, ...mayShow].includes(kind)) expect(isShown, about).toBe(false);
      }
    }
  }
});

function foldersOfPages(): readonly string[] {
  const folder = join(import.meta.dirname, "../app/[locale]");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|\/)page\.tsx$/.test(path))
    .map((path) => path.replace(/\/?page\.tsx$/, ""))
    .sort();
}

type Write = ReturnType<typeof writer>;

/** A group of that name with its people, a way into it that is closed again, and two links out of it, one taken back. */
async function foundGroup(people: People, write: Write, name: string) {
  const leader = people["group owner"];
  const group = await write(leader, "POST", "/api/groups", { name });
  const path = `/api/groups/${group.id}`;
  const invitation = await write(leader, "POST", `${path}/invitations`, {});
  const token = invitation.path.split("/").at(-1);
  for (const who of [...inGroup, "ex-member"] as const) {
    if (who !== "group owner") {
      await write(people[who], "POST", "/api/groups/join", { token, name: "Mila" });
    }
  }
  await write(leader, "DELETE", `${path}/invitations/${invitation.id}`, {});
  const idOf = async (who: Kind) => (await (await people[who].get("/api/viewer")).json()).viewer.id;
  await write(leader, "DELETE", `${path}/members/${await idOf("ex-member")}`, {});
  const moderator = `${path}/members/${await idOf("moderator")}`;
  await write(leader, "PATCH", moderator, { role: "moderator" });
  const asked = { kind: "group", groupId: group.id };
  const good = await write(leader, "POST", "/api/share-links", asked);
  const revoked = await write(leader, "POST", "/api/share-links", asked);
  await write(leader, "DELETE", `/api/share-links/${revoked.id}`, {});
  const links = { good: good.path, revoked: revoked.path };
  for (const who of ["link holder", "holder of a revoked link"] as const) {
    await people[who].get(`/de${who === "link holder" ? links.good : links.revoked}`);
  }
  return { groupId: group.id, joinPath: invitation.path, links };
}

/** A document that waits to be read: its name stands on its maker's pages. */
async function bringDocument(maker: APIRequestContext, url: string, name: string): Promise<string> {
  const file = { name, mimeType: "text/plain", buffer: Buffer.from("Guten Tag.") };
  const sent = await maker.post("/api/imports", {
    headers: { origin: url },
    multipart: { file },
  });
  expect(sent.status()).toBe(201);
  return (await sent.json()).id;
}

/** The program comes with tokens of a member's. */
async function newPeople(
  playwright: PlaywrightWorkerArgs["playwright"],
  url: string,
): Promise<People> {
  const write = writer(url);
  const people: Partial<People> = {};
  for (const kind of kinds) {
    const person = await playwright.request.newContext({ baseURL: url });
    people[kind] = person;
    const isNobody = /^no session|^program|link/.test(kind);
    if (!isNobody) await write(person, "POST", "/api/auth/sign-in/anonymous", {});
    if (kind === "other" || kind === "member") await signUp(person, write);
  }
  const member = people.member;
  if (!member) throw new Error("There is no member");
  const asked = { name: "Skript", days: 1 };
  for (const kind of ["program", "program without scope"] as const) {
    const scope = kind === "program" ? "annotations:write" : "annotations:read";
    const { token } = await write(member, "POST", "/api/account/tokens", { ...asked, scope });
    const extraHTTPHeaders = { authorization: `Bearer ${token}` };
    people[kind] = await playwright.request.newContext({ baseURL: url, extraHTTPHeaders });
  }
  return people as People;
}

async function signUp(person: APIRequestContext, write: Write): Promise<void> {
  const email = `${crypto.randomUUID()}@schule.example`;
  const body = { name: "Mila", email, password: "Quittengelee im Oktober" };
  await write(person, "POST", "/api/auth/sign-up", body);
}

function writer(url: string) {
  return async (person: APIRequestContext, method: string, path: string, data: object) => {
    const response = await person.fetch(`${url}${path}`, {
      method,
      headers: { origin: url },
      data,
    });
    expect(response.ok(), `${method} ${path}: ${await response.text()}`).toBe(true);
    return response.json();
  };
}
