import { expect, test } from "vitest";
import { POST } from "@/app/api/auth/sign-in/anonymous/route";
import { GET } from "@/app/api/viewer/route";
import { send } from "@/server/testing/send";
import { cookieOf } from "@/server/testing/visitor";

process.env.PUBLIC_URL = "https://lesen.example";

const path = "/api/auth/sign-in/anonymous";

test("over HTTPS the session's cookie is bound to this very host", async () => {
  const headers = { origin: "https://lesen.example" };
  const response = await POST(send("POST", path, { headers }));
  expect(response.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-zwiesprache\.session_token=[^;]+;.*; Secure(;|$)/),
  ]);

  const again = await GET(send("GET", "/api/viewer", { cookie: cookieOf(response) }));
  expect(await again.json()).toEqual(await response.json());
});

test.each(["http://lesen.example", "https://localhost", "http://localhost:3000"])(
  "a page at %s is not one of ours",
  async (origin) => {
    const response = await POST(send("POST", path, { headers: { origin } }));
    expect(response.status).toBe(403);
  },
);
