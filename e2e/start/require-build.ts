import { isPrepared } from "@/scripts/prepare.mjs";

/** What is tried here is starting: none of these tests may spend its time on installing and building. */
export function setup(): void {
  if (isPrepared()) return;
  throw new Error(
    "These tests start what is built, and nothing is, or it is old: npm start builds it.",
  );
}
