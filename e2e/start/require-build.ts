import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const stamp = fileURLToPath(new URL("../../.next/zwiesprache", import.meta.url));

/** What is tried here is starting: none of these tests may spend its time on building. */
export function setup(): void {
  if (existsSync(stamp)) return;
  throw new Error("These tests start what is built, and nothing is: npm start builds it.");
}
