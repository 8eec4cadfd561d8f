import "server-only";

/**
 * Every column that names a person, and what becomes of its rows when two accounts of one person become one. A test
 * compares it with the database: a new table that names people must be entered here, and thought of in
 * `delete-account.ts` and `export-account.ts`.
 *
 * - `move`: the row is handed over as it is.
 * - `join`: both accounts may have a row for the same thing; `move-account.ts` says how they become one.
 * - `drop`: it belongs to the account that goes, and goes with it.
 */
export const ledger: Readonly<Record<string, "move" | "join" | "drop">> = {
  "account.userId": "drop",
  "annotation.ownerId": "move",
  "annotation.resolvedById": "move",
  "article.importedById": "move",
  "article_guest.userId": "join",
  "article_version.authorId": "move",
  "assignment_progress.userId": "join",
  "audit_entry.actorId": "move",
  "dismissed_finding.dismissedById": "move",
  "draft.editorId": "join",
  "group_ban.bannedById": "move",
  "group_ban.userId": "join",
  "idempotency_key.ownerId": "move",
  "import.ownerId": "move",
  "invitation.createdById": "move",
  "membership.userId": "join",
  "moderation_entry.actorId": "move",
  "moderation_entry.subjectId": "move",
  "note_report.reporterId": "move",
  "notification.actorId": "move",
  "notification.userId": "move",
  "notification_setting.userId": "join",
  "personal_token.ownerId": "move",
  "recovery_code.userId": "drop",
  "reply.authorId": "move",
  "row_comment.authorId": "move",
  "session.userId": "drop",
  "share_link.createdById": "move",
  "tag.ownerId": "join",
  "text_report.answeredById": "move",
  "text_report.reporterId": "move",
  "web_annotation.ownerId": "move",
};
