import { Refusal } from "./refusal.mjs";

/** Refuses (`old-node`) a Node.js that the packages do not run on. */
export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Refusal("old-node", { version: process.versions.node });
}
