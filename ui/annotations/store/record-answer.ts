import { type Change, queueIdOf, type Stamp } from "./change";
import type { Outbox } from "./outbox";
import type { Answer } from "./send-change";
import { settleConflict, settleReplyConflict } from "./settle-conflict";

/** Writes into the outbox what the server's answer to a change means; says whether two versions were both kept. */
export async function recordAnswer(
  outbox: Outbox,
  change: Change,
  answer: Answer,
  stamp: () => Stamp,
  makeId: () => string,
): Promise<{ readonly keptBoth: boolean }> {
  switch (answer.kind) {
    case "stored":
      await outbox.settle(change.key, answer.annotation.revision);
      break;
    case "replied":
      await outbox.settle(change.key, answer.reply.revision);
      break;
    case "resolution":
    case "deleted":
      await outbox.settle(change.key, answer.revision);
      break;
    case "stale":
    case "stale-reply": {
      const queueId = queueIdOf(change);
      const queue = (await outbox.list()).filter((one) => queueIdOf(one) === queueId);
      const settled =
        answer.kind === "stale"
          ? settleConflict(queue, answer.current, stamp, makeId)
          : settleReplyConflict(queue, answer.current, stamp, makeId);
      await outbox.replaceQueue(queueId, settled.queue);
      if (settled.copy) await outbox.replaceQueue(queueIdOf(settled.copy), [settled.copy]);
      return { keptBoth: settled.copy !== null };
    }
    case "gone":
      await recordGone(outbox, change);
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

async function recordGone(outbox: Outbox, change: Change): Promise<void> {
  // What is to be deleted and is not there any more is as the reader wanted it; nothing is lost with a resolution.
  if (change.kind === "delete" || "resolution" in change) await outbox.settle(change.key, null);
  else if ("reply" in change) await outbox.refuse(change.key, "thread-gone");
  else if (change.kind === "create") await outbox.refuse(change.key, "article-gone");
  else await outbox.refuse(change.key, "deleted-elsewhere");
}
