-- CreateEnum
CREATE TYPE "entry_kind" AS ENUM ('do', 'undo', 'redo');

-- CreateEnum
CREATE TYPE "text_report_kind" AS ENUM ('not_aligned', 'mistranslated', 'typo');

-- CreateEnum
CREATE TYPE "text_report_state" AS ENUM ('open', 'mended', 'declined');

-- AlterEnum
ALTER TYPE "origin" ADD VALUE 'workbench';

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "article_version" ADD COLUMN     "map" JSONB,
ADD COLUMN     "parentId" UUID;

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "editorId" TEXT NOT NULL,
    "baseVersionId" UUID NOT NULL,
    "savedVersionId" UUID NOT NULL,
    "savedSequence" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_entry" (
    "draftId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" "entry_kind" NOT NULL,
    "operation" JSONB,
    "target" INTEGER,
    "change" JSONB,
    "inverse" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_entry_pkey" PRIMARY KEY ("draftId","sequence")
);

-- CreateTable
CREATE TABLE "row_comment" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "rowId" TEXT NOT NULL,
    "authorId" TEXT,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "row_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "text_report" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "kind" "text_report_kind" NOT NULL,
    "version" INTEGER NOT NULL,
    "rowId" TEXT NOT NULL,
    "sentenceId" TEXT,
    "quote" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "reporterId" TEXT,
    "state" "text_report_state" NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "answeredById" TEXT,
    "mendedVersionId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "text_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "sequence" BIGSERIAL NOT NULL,
    "articleId" UUID NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "version" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("sequence")
);

-- CreateIndex
CREATE INDEX "draft_editorId_idx" ON "draft"("editorId");

-- CreateIndex
CREATE INDEX "draft_baseVersionId_idx" ON "draft"("baseVersionId");

-- CreateIndex
CREATE INDEX "draft_savedVersionId_idx" ON "draft"("savedVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "draft_articleId_editorId_key" ON "draft"("articleId", "editorId");

-- CreateIndex
CREATE INDEX "row_comment_articleId_createdAt_idx" ON "row_comment"("articleId", "createdAt");

-- CreateIndex
CREATE INDEX "row_comment_authorId_idx" ON "row_comment"("authorId");

-- CreateIndex
CREATE INDEX "text_report_articleId_state_createdAt_idx" ON "text_report"("articleId", "state", "createdAt");

-- CreateIndex
CREATE INDEX "text_report_reporterId_idx" ON "text_report"("reporterId");

-- CreateIndex
CREATE INDEX "text_report_answeredById_idx" ON "text_report"("answeredById");

-- CreateIndex
CREATE INDEX "text_report_mendedVersionId_idx" ON "text_report"("mendedVersionId");

-- CreateIndex
CREATE INDEX "audit_entry_articleId_sequence_idx" ON "audit_entry"("articleId", "sequence");

-- CreateIndex
CREATE INDEX "audit_entry_actorId_idx" ON "audit_entry"("actorId");

-- CreateIndex
CREATE INDEX "article_version_parentId_idx" ON "article_version"("parentId");

-- AddForeignKey
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "article_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_editorId_fkey" FOREIGN KEY ("editorId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_baseVersionId_fkey" FOREIGN KEY ("baseVersionId") REFERENCES "article_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_savedVersionId_fkey" FOREIGN KEY ("savedVersionId") REFERENCES "article_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_entry" ADD CONSTRAINT "draft_entry_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "row_comment" ADD CONSTRAINT "row_comment_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "row_comment" ADD CONSTRAINT "row_comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_report" ADD CONSTRAINT "text_report_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_report" ADD CONSTRAINT "text_report_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_report" ADD CONSTRAINT "text_report_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_report" ADD CONSTRAINT "text_report_mendedVersionId_fkey" FOREIGN KEY ("mendedVersionId") REFERENCES "article_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
