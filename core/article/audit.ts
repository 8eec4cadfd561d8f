/** What is written down about an article, with who did it and when; each is a key of `Workbench.audit` in messages. */
export type AuditAction = "saved" | "published" | "unpublished" | "deleted";
