import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { seedArticle } from "@/server/testing/seed-article";
import { send } from "@/server/testing/send";
import { newVisitor } from "@/server/testing/visitor";
import { POST } from "./api/articles/[slug]/reports/route";

const body = { kind: "typo", version: 1, rowId: "r1", sentenceId: null, quote: "x", text: "" };

test("whoever sends one report after the other is asked to wait", async () => {
  const slug = `meldungen-${randomUUID()}`;
  await seedArticle({ slug });
  const { cookie } = await newVisitor();
  const attempt = async () => {
    const request = send("POST", `/api/articles/${slug}/reports`, { cookie, body });
    return (await POST(request, { params: Promise.resolve({ slug }) })).status;
  };
  const statuses: number[] = [];
  for (let count = 0; count < 12; count += 1) statuses.push(await attempt());
  expect(statuses.filter((status) => status === 201)).toHaveLength(10);
  expect(statuses.at(-1)).toBe(429);
});
