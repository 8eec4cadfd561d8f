import { expect, test } from "vitest";
import { maxUploadBytes, readUpload } from "./read-upload";

function form(fill: (form: FormData) => void): Request {
  const body = new FormData();
  fill(body);
  return new Request("http://localhost/api/imports", { method: "POST", body });
}

test("takes files with their names, and pasted texts without", async () => {
  const file = new File(["Guten Tag."], "C:\\Texte\\brief.txt");
  const result = await readUpload(form((fields) => fields.append("file", file)));
  expect(result).toMatchObject({ ok: true, files: [{ name: "brief.txt" }] });
  const pasted = await readUpload(
    form((fields) => {
      fields.append("text", "Guten Tag.");
      fields.append("text", "Good day.");
    }),
  );
  expect(pasted).toMatchObject({ ok: true, files: [{ name: "" }, { name: "" }] });
});

test.each([
  ["nothing", form(() => {}), "invalid"],
  ["an empty text", form((fields) => fields.append("text", "")), "invalid"],
  [
    "three texts",
    form((fields) => ["a", "b", "c"].forEach((text) => void fields.append("text", text))),
    "invalid",
  ],
  ["no form", new Request("http://localhost/", { method: "POST", body: "x" }), "malformed"],
])("refuses %s", async (_, request, reason) => {
  expect(await readUpload(request)).toMatchObject({ ok: false, reason });
});

test("refuses 200 MB without reading them", async () => {
  let pulled = 0;
  const body = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(1_000_000));
      if (pulled === 200) controller.close();
    },
  });
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  const sent = { method: "POST", body, duplex: "half" } as const;
  const told = new Request("http://localhost/", {
    ...sent,
    headers: { ...headers, "content-length": "200000000" },
  });
  expect(await readUpload(told)).toMatchObject({ ok: false, reason: "too-large" });
  expect(pulled).toBeLessThan(3);
});

test("stops reading where a request without a length goes beyond what is allowed", async () => {
  let pulled = 0;
  const body = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(1_000_000));
      if (pulled === 200) controller.close();
    },
  });
  const request = new Request("http://localhost/", {
    method: "POST",
    body,
    duplex: "half",
    headers: { "content-type": "multipart/form-data; boundary=x" },
  } as RequestInit);
  expect(await readUpload(request)).toMatchObject({ ok: false, reason: "too-large" });
  expect(pulled).toBeLessThan(maxUploadBytes / 1_000_000 + 5);
});
