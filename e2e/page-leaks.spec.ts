import { type APIRequestContext, expect, type PlaywrightWorkerArgs, test } from "@playwright/test";

// Pages in every form in which they can be asked for × every kind of viewer: what is for a group's members, for the
// holder of a link or for oneself is in no answer to anybody else, neither as HTML nor as what the router asks for.

const kinds = [
  "nobody",
  "stranger",
  "member",
  "ex-member",
  "owner",
  "holder of the link",
  "holder of a revoked link",
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

test("no page gives a viewer what is not theirs, in whatever form it is asked for", {
  tag: "@slow",
}, async ({ playwright }) => {
  test.setTimeout(120_000);
  const url = process.env.E2E_URL ?? "";
  const people = await newPeople(playwright, url);
  const secret = `Klasse ${crypto.randomUUID()}`;
  const write = writer(url);
  const group = await write(people.owner, "POST", "/api/groups", { name: secret });
  const { path: joinPath } = await write(
    people.owner,
    "POST",
    `/api/groups/${group.id}/invitations`,
    {},
  );
  const token = joinPath.split("/").at(-1);
  for (const who of ["member", "ex-member"] as const) {
    await write(people[who], "POST", "/api/groups/join", { token, name: "Mila" });
  }
  const { id } = (await (await people["ex-member"].get(`${url}/api/viewer`)).json()).viewer;
  await write(people.owner, "DELETE", `/api/groups/${group.id}/members/${id}`, {});
  const links = [];
  for (let made = 0; made < 2; made += 1) {
    links.push(
      await write(people.owner, "POST", "/api/share-links", { kind: "group", groupId: group.id }),
    );
  }
  await write(people.owner, "DELETE", `/api/share-links/${links[1].id}`, {});

  const members: readonly Kind[] = ["member", "owner"];
  const pages: Record<string, readonly Kind[]> = {
    "/de/groups": members,
    [`/de/groups/${group.id}`]: members,
    "/de/account": ["owner"], // who lists the links they made
    "/de/notes": members,
    "/de": [],
    "/de/read/waehrung-unter-der-erde": [],
  };
  let asked = 0;
  for (const [path, allowed] of Object.entries(pages)) {
    for (const kind of kinds) asked += await ask(kind, path, allowed.includes(kind));
  }
  // A link is worth the same whoever holds it.
  for (const kind of kinds) {
    asked += await ask(kind, `/de${links[0].path}`, true);
    asked += await ask(kind, `/de${links[1].path}`, false);
  }
  expect(asked).toBe(8 * kinds.length * Object.keys(forms).length);

  async function ask(kind: Kind, path: string, isAllowed: boolean): Promise<number> {
    for (const [form, { suffix = "", headers }] of Object.entries(forms)) {
      const response = await people[kind].get(`${url}${path}${suffix}`, { headers });
      const body = await response.text();
      // Not all of these is asked for nothing: whom it is for sees it on the page.
      if (isAllowed && form === "page" && path !== "/de/notes") expect(body).toContain(secret);
      if (!isAllowed) expect(body, `${path}, ${form}, to ${kind}`).not.toContain(secret);
    }
    return Object.keys(forms).length;
  }
});

async function newPeople(
  playwright: PlaywrightWorkerArgs["playwright"],
  url: string,
): Promise<People> {
  const entries = await Promise.all(
    kinds.map(async (kind) => {
      const person = await playwright.request.newContext();
      const isSignedIn = ["stranger", "member", "ex-member", "owner"].includes(kind);
      if (isSignedIn) {
        const headers = { origin: url };
        await person.post(`${url}/api/auth/sign-in/anonymous`, { headers, data: {} });
      }
      return [kind, person] as const;
    }),
  );
  return Object.fromEntries(entries) as People;
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
