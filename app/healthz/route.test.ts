import { expect, test } from "vitest";
import { send } from "@/server/testing/send";
import { GET } from "./route";

test("says that it is well when the database answers", async () => {
  const response = await GET(send("GET", "/healthz"));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "ok" });
});
