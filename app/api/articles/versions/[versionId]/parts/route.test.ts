import { expect, test } from "vitest";
import { seedArticle } from "@/server/testing/seed-article";
import { send } from "@/server/testing/send";
import { GET } from "./route";

function parts(versionId: string) {
  const request = send("GET", `/api/articles/versions/${versionId}/parts`);
  return GET(request, { params: Promise.resolve({ versionId }) });
}

test("which block stands in which part is said once and kept for good", async () => {
  const { version } = await seedArticle({ slug: "teile" });
  const response = await parts(version.id);
  expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  const index = await response.json();
  expect(index.parts).toHaveLength(1);
  expect(index.parts[0].some((run: string) => /^db1(-|$)/.test(run))).toBe(true);
});

test("a version that is not there has no parts", async () => {
  expect((await parts("0f0e3c52-6d0f-4a0e-9c3b-0d3f3b1f7a55")).status).toBe(404);
  expect((await parts("1")).status).toBe(404);
});
