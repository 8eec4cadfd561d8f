import "server-only";
import type { AuditAction } from "@/core/article/audit";
import type { Viewer } from "@/core/viewer/viewer";
import type { Transaction } from "../db";

/** Writes down who did what to an article, in the transaction that does it. */
export async function recordAudit(
  transaction: Transaction,
  viewer: Viewer,
  entry: {
    readonly articleId: string;
    readonly action: AuditAction;
    readonly version: number | null;
  },
): Promise<void> {
  await transaction.auditEntry.create({ data: { ...entry, actorId: viewer.id } });
}
