import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "@/scripts/free-port.mjs";
import { type Launch, launch, newFolder } from "./launch";

const isRoot = process.getuid?.() === 0;
const SECRET = "never-to-be-shown";

const settings: [name: string, value: string, sentence: string][] = [
  ["PORT", "three", "PORT must be a number from 1 to 65535, not “three”."],
  ["PORT", "0", "PORT must be a number from 1 to 65535, not “0”."],
  ["PORT", "65536", "PORT must be a number from 1 to 65535, not “65536”."],
  ["PORT", "3e3", "PORT must be a number from 1 to 65535, not “3e3”."],
  ["PUBLIC_URL", "read.example.org", "PUBLIC_URL must be an address like https://read.example.org"],
  [
    "PUBLIC_URL",
    "ftp://example.org",
    "PUBLIC_URL must be an address like https://read.example.org",
  ],
  ["PUBLIC_URL", "https://example.org/zwei", "PUBLIC_URL must name no path"],
  ["AUTH_SECRET", "short", "AUTH_SECRET needs at least 32 characters."],
  [
    "DATABASE_URL",
    `mysql://me:${SECRET}@localhost/db`,
    "DATABASE_URL must be an address like postgresql://",
  ],
  ["DATABASE_URL", `me:${SECRET}`, "DATABASE_URL must be an address like postgresql://"],
];

test.each(settings)("%s=%s is refused in one sentence", async (name, value, sentence) => {
  await refuses(await launch({ env: { [name]: value } }), sentence);
});

test("a database that does not answer is told with its reason, and without its password", async () => {
  const url = `postgresql://me:${SECRET}@localhost:${await freePort()}/zwiesprache`;
  const app = await launch({ env: { DATABASE_URL: url } });
  await refuses(app, "The database at DATABASE_URL does not answer: connect ECONNREFUSED");
});

test.each(["127.0.0.1", "::1", "::"])(
  "a port taken on %s is told, and the lock given back",
  async (host) => {
    const port = await takenPort(host);
    const dataDir = newFolder();
    await refuses(await launch({ port, dataDir }), `already running on port ${port}`);
    await refuses(await launch({ port, dataDir }), `already running on port ${port}`);
  },
);

test("the sentence is German where the operator reads German", async () => {
  const app = await launch({ env: { PORT: "drei", LC_ALL: "", LANG: "de_DE.UTF-8" } });
  await refuses(app, "PORT muss eine Zahl von 1 bis 65535 sein, nicht „drei“.");
});

test("a second start beside the first names the address of the first", async () => {
  const first = await launch();
  await first.isReady();
  const { dataDir, url } = first;
  const sentence = `Zwiesprache is already running on the data folder ${dataDir}: ${url}`;
  await refuses(await launch({ dataDir }), sentence);
  await refuses(await launch({ dataDir, port: Number(new URL(url).port) }), sentence);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test("a data folder that is a file, or cannot be made, is told", async () => {
  const file = join(newFolder(), "data");
  writeFileSync(file, "");
  for (const dataDir of [file, join(file, "below"), "/proc/zwiesprache"])
    await refuses(
      await launch({ dataDir }),
      `The data folder ${dataDir} cannot be read and written.`,
    );
});

test("a data folder of somebody else is told", async () => {
  const dataDir = join(newFolder(), "data");
  mkdirSync(dataDir);
  chmodSync(dataDir, isRoot ? 0o755 : 0o000);
  // Nothing is closed to root: there the start is somebody else's.
  const app = await launch({ dataDir, uid: isRoot ? 65_534 : undefined });
  await refuses(app, `The data folder ${dataDir} cannot be read and written.`);
});

test.each(["{", "{}", "null"])(
  "damaged secrets, %j, are told and left as they are",
  async (text) => {
    const dataDir = newFolder();
    const path = join(dataDir, "secrets.json");
    writeFileSync(path, text);
    await refuses(await launch({ dataDir }), `The file ${path} is unreadable or damaged.`);
  },
);

/** One sentence, no trace of the program, exit code 1, and nothing of it left. */
async function refuses(app: Launch, sentence: string): Promise<void> {
  expect(await app.exitCode()).toBe(1);
  expect(app.stderr().trim().split("\n")).toEqual([expect.stringContaining(sentence)]);
  expect(app.stderr()).not.toContain(SECRET);
  expect(app.processes()).toEqual([]);
}

async function takenPort(host: string): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen({ port: 0, host }, done);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the system gave no port");
  return address.port;
}
