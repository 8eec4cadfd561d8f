import type { APIRequestContext, APIResponse } from "@playwright/test";
import { expect, test } from "./fixtures";
import { runAdmin } from "./installation";

// Every MUST of the Web Annotation Protocol (W3C Recommendation of 23 February 2017) that binds a server, by section,
// asked of the running application over HTTP as a program of somebody else's would.

const ld = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
const body = {
  "@context": "http://www.w3.org/ns/anno.jsonld",
  type: "Annotation",
  body: { type: "TextualBody", value: "x" },
  target: "http://example.com/",
};
const platform = "http://www.w3.org/ns/ldp#";
const prefer = (what: string) => ({ prefer: `return=representation;include="${what}"` });
const minimal = prefer(`${platform}PreferMinimalContainer`);
const iris = prefer("http://www.w3.org/ns/oa#PreferContainedIRIs");
const descriptions = prefer("http://www.w3.org/ns/oa#PreferContainedDescriptions");

let token = "";
let container = "";

test.beforeAll(async () => {
  const dataDir = process.env.E2E_DATA_DIR ?? "";
  const email = `protocol-${Date.now()}@example.org`;
  await runAdmin(dataDir, ["user", "create", "--email", email]);
  const made = await runAdmin(dataDir, [
    "token",
    "create",
    "--user",
    email,
    "--scope",
    "annotations:write",
  ]);
  token = (made as { token: string }).token;
  container = `${process.env.E2E_URL}/annotations/`;
});

function writing(more: Record<string, string> = {}) {
  return { authorization: `Bearer ${token}`, "content-type": ld, ...more };
}

async function post(request: APIRequestContext, data: unknown, headers = {}): Promise<APIResponse> {
  return request.post(container, { headers: writing(headers), data: JSON.stringify(data) });
}

async function made(request: APIRequestContext): Promise<{ iri: string; etag: string }> {
  const response = await post(request, body);
  expect(response.status()).toBe(201);
  const { location = "", etag = "" } = response.headers();
  return { iri: location, etag };
}

/** All addresses in the container, by walking its pages (4.3: the pages before the last name the next). */
async function walk(request: APIRequestContext): Promise<readonly string[]> {
  const collection = await (await request.get(container, { headers: iris })).json();
  const found: string[] = [...(collection.first?.items ?? [])];
  let next: string | undefined = collection.first?.next;
  while (next) {
    const page = await (await request.get(next)).json();
    expect(page.type).toBe("AnnotationPage");
    expect(page.partOf).toBeTruthy();
    expect(page.startIndex).toBe(found.length);
    found.push(...page.items);
    next = page.next;
  }
  expect(found).toHaveLength(collection.total);
  return found;
}

test("3: an annotation is read by GET, HEAD and OPTIONS, with all its headers", async ({
  request,
}) => {
  const { iri } = await made(request);
  for (const method of ["GET", "HEAD"]) {
    const response = await request.fetch(iri, { method, headers: { accept: ld } });
    expect(response.status()).toBe(200);
    const headers = response.headers();
    expect(headers["content-type"]).toBe(ld);
    expect(headers.link).toContain(`<${platform}Resource>; rel="type"`);
    expect(headers.etag).toMatch(/^"[^"]+"$/);
    expect(headers.allow).toBe("GET, HEAD, OPTIONS, PUT, DELETE");
    expect(headers.vary?.toLowerCase()).toContain("accept");
    if (method === "HEAD") expect(await response.body()).toHaveLength(0);
    else expect(await response.json()).toMatchObject({ ...body, id: iri });
  }
  const options = await request.fetch(iri, { method: "OPTIONS" });
  expect(options.ok()).toBe(true);
  expect(options.headers()["access-control-allow-methods"]).toContain("PUT");
});

test("4.1: the container says what it is on every answer", async ({ request }) => {
  await made(request);
  const answers = await Promise.all([
    request.get(container),
    request.fetch(container, { method: "HEAD" }),
    request.fetch(container, { method: "OPTIONS" }),
    post(request, body),
    request.post(container, { headers: writing(), data: "{bad" }),
    request.post(container, { headers: { "content-type": ld }, data: "{}" }),
  ]);
  expect(answers.map((response) => response.status())).toEqual([200, 200, 204, 201, 400, 401]);
  for (const response of answers) {
    const { link } = response.headers();
    expect(link).toContain(`<${platform}BasicContainer>; rel="type"`);
    expect(link).toContain(
      `<http://www.w3.org/TR/annotation-protocol/>; rel="${platform}constrainedBy"`,
    );
  }
  for (const response of answers.slice(0, 2)) {
    const headers = response.headers();
    expect(headers.etag).toMatch(/^"[^"]+"$/);
    expect(headers["content-type"]).toBe(ld);
    expect(headers.vary?.toLowerCase()).toContain("accept");
    expect(headers["accept-post"]).toContain(ld);
    expect(headers.allow).toBe("GET, HEAD, OPTIONS, POST");
  }
});

test("4.2: its representation is a collection at an address of its own", async ({ request }) => {
  await made(request);
  const response = await request.get(container);
  const collection = await response.json();
  expect(collection.id).toBe(response.headers()["content-location"]);
  expect(collection.type).toContain("AnnotationCollection");
  expect(collection.total).toBeGreaterThan(0);
  expect(collection.first.type).toBe("AnnotationPage");
  expect(collection.last).toContain("page=");
  expect(collection["@context"]).toEqual([
    "http://www.w3.org/ns/anno.jsonld",
    "http://www.w3.org/ns/ldp.jsonld",
  ]);
});

test("4.2.2–4: a client gets as much of it as it prefers", async ({ request }) => {
  await made(request);
  const small = await (await request.get(container, { headers: minimal })).json();
  expect(typeof small.first).toBe("string");
  expect(JSON.stringify(small)).not.toContain("contains");
  const named = await (await request.get(container, { headers: iris })).json();
  expect(named.first.items.length).toBeGreaterThan(0);
  for (const item of named.first.items) expect(typeof item).toBe("string");
  const whole = await (await request.get(container, { headers: descriptions })).json();
  for (const item of whole.first.items) expect(item.target).toBeTruthy();
  const page = await (await request.get(small.first)).json();
  expect(page).toMatchObject({ id: small.first, type: "AnnotationPage", startIndex: 0 });
  expect(page.partOf.id).toBeTruthy();
  const both = { prefer: `${iris.prefer}, ${descriptions.prefer}` };
  expect((await request.get(container, { headers: both })).status()).toBe(200);
});

test("4.3: the pages hold every annotation once", async ({ request }) => {
  const before = await walk(request);
  // One request after the other: the container orders by time.
  for (let count = 0; count < 3; count += 1) await made(request);
  const after = await walk(request);
  expect(new Set(after).size).toBe(after.length);
  expect(after.length).toBeGreaterThanOrEqual(before.length + 3);
});

test("4.4: an article says where its annotations are kept", async ({ request, article }) => {
  const response = await request.get(`/de/read/${article}`);
  expect(response.headers().link).toContain(
    '</annotations/>; rel="http://www.w3.org/ns/oa#annotationService"',
  );
});

test("5.1: what is posted gets an address in the container, and keeps where it came from", async ({
  request,
}) => {
  const canonical = "urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df";
  const response = await post(request, { ...body, id: "http://example.org/1", canonical });
  expect(response.status()).toBe(201);
  const annotation = await response.json();
  expect(annotation.id).toBe(response.headers().location);
  expect(annotation.id.startsWith(container)).toBe(true);
  expect(annotation.id.slice(container.length)).toMatch(/^[^/?#]+$/);
  expect(annotation).toMatchObject({ canonical, via: "http://example.org/1" });
  const named = await post(request, body, { slug: "Mein Fund" });
  expect(named.headers().location).toBe(`${container}mein-fund`);
  const again = await post(request, body, { slug: "Mein Fund" });
  expect(again.headers().location).not.toBe(`${container}mein-fund`);
  for (const bad of [[], {}, { ...body, type: "Note" }, { ...body, target: undefined }]) {
    expect((await post(request, bad)).status()).toBe(422);
  }
});

test("5.3: PUT replaces an annotation that nobody has changed meanwhile", async ({ request }) => {
  const { iri, etag } = await made(request);
  const changed = { ...body, body: { type: "TextualBody", value: "y" } };
  const put = (headers: Record<string, string>, data: object = changed) =>
    request.put(iri, { headers: writing(headers), data: JSON.stringify(data) });
  const response = await put({ "if-match": etag });
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual(await (await request.get(iri)).json());
  expect((await response.json()).body.value).toBe("y");
  expect((await put({ "if-match": etag })).status()).toBe(412);
  expect((await put({})).status()).toBe(428);
  const fresh = response.headers().etag ?? "";
  const settled = await put({ "if-match": fresh }, { ...changed, canonical: "urn:x:1" });
  const moved = await put(
    { "if-match": settled.headers().etag ?? "" },
    { ...changed, canonical: "urn:x:2" },
  );
  expect([settled.status(), moved.status()]).toEqual([200, 422]);
  const known = await request.get(iri, {
    headers: { "if-none-match": settled.headers().etag ?? "" },
  });
  expect(known.status()).toBe(304);
});

test("5.4: DELETE takes it out of the container, and its address is not used again", async ({
  request,
}) => {
  const response = await post(request, body, { slug: "fluechtig" });
  const { location: iri = "", etag = "" } = response.headers();
  expect((await request.delete(iri, { headers: writing({ "if-match": '"9"' }) })).status()).toBe(
    412,
  );
  expect((await request.delete(iri, { headers: writing({ "if-match": etag }) })).status()).toBe(
    204,
  );
  expect((await request.get(iri)).status()).toBe(404);
  expect(await walk(request)).not.toContain(iri);
  const again = await post(request, body, { slug: "fluechtig" });
  expect(again.headers().location).not.toBe(iri);
});

test("only its maker's token changes an annotation, and what has another audience is not shown", async ({
  request,
}) => {
  const { iri, etag } = await made(request);
  const change = { headers: { "content-type": ld, "if-match": etag }, data: JSON.stringify(body) };
  expect((await request.put(iri, change)).status()).toBe(401);
  const wrong = { ...change.headers, authorization: "Bearer zwsp_falsch" };
  const refused = await request.put(iri, { ...change, headers: wrong });
  expect(refused.status()).toBe(401);
  expect(refused.headers()["www-authenticate"]).toContain("Bearer");
  const hidden = await post(request, { ...body, audience: { type: "Audience", id: "urn:x:me" } });
  const { location = "" } = hidden.headers();
  expect((await request.get(location)).status()).toBe(404);
  expect((await request.get(location, { headers: writing() })).status()).toBe(200);
});
