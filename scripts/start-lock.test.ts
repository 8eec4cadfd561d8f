import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { processIdentity } from "./processes.mjs";
import { runningAddress, takeStartLock } from "./start-lock.mjs";

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "zwiesprache-lock-"));
  return () => rmSync(dataDir, { recursive: true });
});

test("a lock tells where the installation is served, until it is given back", () => {
  expect(runningAddress(dataDir)).toBe(null);
  const lock = takeStartLock(dataDir, "http://localhost:3000");
  expect(lock.leftBehind).toBe(null);
  expect(runningAddress(dataDir)).toBe("http://localhost:3000");
  lock.release();
  expect(runningAddress(dataDir)).toBe(null);
  expect(readdirSync(dataDir)).toEqual([]);
});

test("the lock of a living process is refused with its address, and stays", () => {
  takeStartLock(dataDir, "http://localhost:3000");
  const before = lockText();
  expect(() => takeStartLock(dataDir, "http://localhost:3001")).toThrow(
    expect.objectContaining({
      reason: "already-running",
      values: { path: dataDir, address: "http://localhost:3000" },
    }),
  );
  expect(lockText()).toBe(before);
  expect(readdirSync(dataDir)).toEqual(["running.json"]);
});

const dead: [what: string, text: string][] = [
  ["whose process is gone", JSON.stringify({ pid: 2 ** 30, identity: "boot 1", address: "" })],
  // Numbers are given again: after a restart of the machine this one is somebody else's.
  ["whose number went to another", JSON.stringify({ pid: process.pid, identity: "boot 1" })],
  ["that is cut off", '{"pid":'],
  ["that is empty", ""],
  ["that is no lock", "null"],
];

test.each(dead)("a lock %s counts for nothing", (_, text) => {
  writeFileSync(join(dataDir, "running.json"), text);
  takeStartLock(dataDir, "http://localhost:3000");
  expect(JSON.parse(lockText())).toEqual({
    pid: process.pid,
    identity: processIdentity(process.pid),
    address: "http://localhost:3000",
    children: [],
  });
  expect(readdirSync(dataDir)).toEqual(["running.json"]);
});

test("the next one is told what a killed one left running", () => {
  const children = [{ pid: 2 ** 30, identity: "boot 2" }];
  const lock = takeStartLock(dataDir, "http://localhost:3000");
  lock.record(children);
  expect(runningAddress(dataDir)).toBe("http://localhost:3000");

  const killed = { ...JSON.parse(lockText()), identity: "boot 1" };
  writeFileSync(join(dataDir, "running.json"), JSON.stringify(killed));
  expect(takeStartLock(dataDir, "http://localhost:3001").leftBehind).toEqual(children);
  expect(readdirSync(dataDir)).toEqual(["running.json"]);
});

function lockText(): string {
  return readFileSync(join(dataDir, "running.json"), "utf8");
}
