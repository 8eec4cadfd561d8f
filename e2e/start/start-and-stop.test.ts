import { existsSync, statSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Launch, launch, newFolder, running, until } from "./launch";

const GRACE_MS = 12_000; // a step under way gets five seconds, requests five, the database the rest

test("a first start tells its steps, serves and hands out the owner's link; a second one makes nothing anew, and an endless request does not keep it from ending", async () => {
  const app = await launch();
  await app.isReady();
  const { stdout } = app;
  for (const step of ["Making a new database", "content/", "Starting the server", app.url])
    expect(stdout()).toContain(step);

  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  const link = new RegExp(`${app.url}/owner/\\S+`).exec(stdout())?.[0] ?? "";
  expect((await fetch(link)).status).toBe(200);
  expect(statSync(join(app.dataDir, "secrets.json")).mode & 0o077).toBe(0);

  await endsCleanly(app, () => app.signal("SIGTERM"));
  expect(existsSync(join(app.dataDir, "running.json"))).toBe(false);
});

test("it ends as cleanly through npm; a second start makes nothing anew; an endless request does not hold it", async () => {
  const app = await launch({ isThroughNpm: true });
  await app.isReady();
  await endsCleanly(app, () => app.signal("SIGTERM"));

  const second = await launch({ isThroughNpm: true, dataDir: app.dataDir });
  await second.isReady();
  expect(second.stdout()).not.toContain("Making a new database");
  expect(second.stdout()).not.toContain("taken in as version");

  await leaveRequestOpen(second.url);
  await endsCleanly(second, () => second.signalGroup("SIGINT"));
});

test.each(["Making a new database", "content/", "Starting the server"])(
  "SIGTERM after it said %j leaves nothing behind",
  async (words) => {
    const app = await launch({ dataDir: newFolder() });
    await app.says(words);
    await endsCleanly(app, () => app.signal("SIGTERM"));
  },
);

/** Promises a body and never sends it all. */
async function leaveRequestOpen(url: string): Promise<void> {
  const { host, port } = new URL(url);
  const request = connect(Number(port), "127.0.0.1");
  request.on("error", () => {}); // it is cut off in the end
  request.write(
    `POST /api/auth/sign-in/anonymous HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${url}\r\n` +
      "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{",
  );
  // One that came later is answered: so this one has arrived.
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
}

/** Exit code 0 within the limit, no complaint, and no process of it left. */
async function endsCleanly(app: Launch, act: () => void): Promise<void> {
  const before = app.processes();
  const begun = performance.now();
  act();
  expect(await app.exitCode()).toBe(0);
  expect(performance.now() - begun).toBeLessThan(GRACE_MS);
  expect(app.stderr()).toBe("");
  await until(
    () => running(before).length === 0,
    `for the end of ${JSON.stringify(before)}`,
    1_000,
  );
}
