import type { Change } from "./change";
import type { Outbox } from "./outbox";
import type { Answer } from "./send-change";
import { settleConflict } from "./settle-conflict";

type Stamp = Pick<Change, "key" | "order" | "madeAt">;

/** Writes into the outbox what the server's answer to a change means; says whether two versions were both kept. */
export async function recordAnswer(
  outbox: Outbox,
  change: Change,
  answer: Answer,
  stamp: () => Stamp,
  makeId: () => string,
): Promise<{ readonly keptBoth: boolean }> {
  const { id } = change.annotation;
  switch (answer.kind) {
    case "stored":
      await outbox.settle(change.key, answer.annotation.revision);
      break;
    case "deleted":
      await outbox.settle(change.key, answer.revision);
      break;
    case "stale": {
      const queue = (await outbox.list()).filter(({ annotation }) => annotation.id === id);
      const settled = settleConflict(queue, answer.current, stamp, makeId);
      await outbox.replaceQueue(id, settled.queue);
      if (settled.copy) await outbox.replaceQueue(settled.copy.annotation.id, [settled.copy]);
      return { keptBoth: settled.copy !== null };
    }
    case "gone":
      // What is to be deleted and is not there any more is as the reader wanted it.
      if (change.kind === "delete") await outbox.settle(change.key, null);
      else if (change.kind === "create") await outbox.refuse(change.key, "article-gone");
      else await outbox.refuse(change.key, "deleted-elsewhere");
      break;
    case "refused":
      await outbox.refuse(change.key, answer.refusal);
      break;
    case "signed-out":
    case "unreachable":
      break; // stays as it is and is sent again
  }
  return { keptBoth: false };
}
