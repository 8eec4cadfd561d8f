import type { Bead } from "./article";

/** Whether the machine may change a bead: no person verified, made, marked or locked it. */
export function isMachineMade({ status, isLocked, by }: Bead): boolean {
  return status === "proposed" && !isLocked && by === undefined;
}
