import { expect, test } from "vitest";
import { send } from "../testing/send";
import { isStorable, readJson, readJsonOfParts } from "./read-json";

const LIMIT = 1000;

function read(body: string, headers = {}) {
  return readJson(send("PUT", "/", { body, headers }), LIMIT);
}

test("reads JSON of any kind", async () => {
  expect(await read('{"a":["ü",1,null]}')).toEqual({ ok: true, value: { a: ["ü", 1, null] } });
});

test.each([
  ["nothing", ""],
  ["half an object", '{"a":'],
  ["words", "hello"],
  ["two values", "{}{}"],
])("%s is malformed", async (_, body) => {
  expect(await read(body)).toMatchObject({ ok: false, reason: "malformed" });
});

test("bytes that are no UTF-8 are malformed", async () => {
  const body = new Uint8Array([0x22, 0xff, 0xfe, 0x22]);
  const headers = { "content-type": "application/json" };
  const request = new Request("http://localhost/", { method: "PUT", body, headers });
  expect(await readJson(request, LIMIT)).toMatchObject({ ok: false, reason: "malformed" });
});

test.each([null, "text/plain", "application/x-www-form-urlencoded"])(
  "a form of another site cannot send it: %s is malformed",
  async (type) => {
    expect(await read("{}", { "content-type": type })).toMatchObject({ reason: "malformed" });
  },
);

test("a charset beside the type does no harm", async () => {
  expect((await read("{}", { "content-type": "application/json; charset=utf-8" })).ok).toBe(true);
});

test("a body that says it is too large is not read at all", async () => {
  const request = send("PUT", "/", { body: "{}", headers: { "content-length": "1001" } });
  expect(await readJson(request, LIMIT)).toMatchObject({ reason: "too-large" });
  expect(request.bodyUsed).toBe(false);
});

test("of a body without end no more is read than the limit", async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        sent += 400;
        controller.enqueue(new Uint8Array(400).fill(0x20));
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: "PUT", body: endless, duplex: "half" };
  const request = new Request("http://localhost/", init);
  request.headers.set("content-type", "application/json");
  expect(await readJson(request, LIMIT)).toMatchObject({ reason: "too-large" });
  expect(sent).toBe(1200);
});

test.each([
  ["NUL", '{"a":"x\\u0000"}'],
  ["half a surrogate pair", '{"a":["x\\ud83d"]}'],
  ["NUL in a name", '{"a\\u0000":1}'],
  ["a nesting that would exhaust the stack", `${"[".repeat(450)}${"]".repeat(450)}`],
])("%s cannot be stored and is invalid", async (_, body) => {
  expect(await read(body)).toMatchObject({ ok: false, reason: "invalid" });
});

test("a whole surrogate pair is text like any other", async () => {
  expect(await read('"\\ud83d\\ude00"')).toEqual({ ok: true, value: "😀" });
});

test("a nesting of the deepest kind that fits into a request is refused, not crashed on", async () => {
  const depth = 120_000;
  const body = `${"[".repeat(depth)}${"]".repeat(depth)}`;
  const request = send("PUT", "/", { body });
  expect((await readJson(request, 256 * 1024)).ok).toBe(false);
});

test.each(["Ein \0 mittendrin", "Ein halbes \ud83d"])(
  "of a body of many parts %j is left to whoever reads the parts, who can tell it from the others",
  async (text) => {
    const parts = ["gut", text, { [text]: 1 }];
    const request = send("PUT", "/", { body: JSON.stringify(parts), headers: {} });
    expect(await readJsonOfParts(request, LIMIT)).toEqual({ ok: true, value: parts });
    expect(parts.map(isStorable)).toEqual([true, false, false]);
    expect(await read(JSON.stringify(parts))).toMatchObject({ reason: "invalid" });
  },
);
