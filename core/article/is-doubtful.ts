import type { Bead } from "./article";

/** Below this probability a person should look at a bead. */
const doubtful = 0.8;

/** Whether a person should look at a bead before it is believed. */
export function isDoubtful({ probability }: Pick<Bead, "probability">): boolean {
  return probability < doubtful;
}
