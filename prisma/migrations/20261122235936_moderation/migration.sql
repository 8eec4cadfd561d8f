-- CreateEnum
CREATE TYPE "moderation" AS ENUM ('shown', 'held', 'hidden', 'removed');

-- CreateEnum
CREATE TYPE "note_report_kind" AS ENUM ('insult', 'spam', 'privacy', 'unlawful', 'other');

-- CreateEnum
CREATE TYPE "moderation_act" AS ENUM ('release', 'hide', 'show', 'remove', 'keep', 'ban', 'unban');

-- AlterTable
ALTER TABLE "annotation" ADD COLUMN     "moderation" "moderation" NOT NULL DEFAULT 'shown';

-- AlterTable
ALTER TABLE "reply" ADD COLUMN     "moderation" "moderation" NOT NULL DEFAULT 'shown';

-- AlterTable
ALTER TABLE "web_annotation" ADD COLUMN     "moderation" "moderation" NOT NULL DEFAULT 'shown';

-- CreateTable
CREATE TABLE "group_ban" (
    "groupId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "bannedById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "group_ban_pkey" PRIMARY KEY ("groupId","userId")
);

-- CreateTable
CREATE TABLE "note_report" (
    "id" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "replyId" UUID,
    "groupId" UUID,
    "kind" "note_report_kind" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "reporterId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "note_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderation_entry" (
    "sequence" BIGSERIAL NOT NULL,
    "act" "moderation_act" NOT NULL,
    "groupId" UUID,
    "annotationId" UUID,
    "replyId" UUID,
    "webAnnotationName" TEXT,
    "subjectId" TEXT,
    "actorId" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "moderation_entry_pkey" PRIMARY KEY ("sequence")
);

-- CreateIndex
CREATE INDEX "group_ban_userId_idx" ON "group_ban"("userId");

-- CreateIndex
CREATE INDEX "group_ban_bannedById_idx" ON "group_ban"("bannedById");

-- CreateIndex
CREATE INDEX "note_report_groupId_closedAt_createdAt_idx" ON "note_report"("groupId", "closedAt", "createdAt");

-- CreateIndex
CREATE INDEX "note_report_annotationId_idx" ON "note_report"("annotationId");

-- CreateIndex
CREATE INDEX "note_report_replyId_idx" ON "note_report"("replyId");

-- CreateIndex
CREATE INDEX "note_report_reporterId_idx" ON "note_report"("reporterId");

-- CreateIndex
CREATE INDEX "moderation_entry_groupId_sequence_idx" ON "moderation_entry"("groupId", "sequence");

-- CreateIndex
CREATE INDEX "moderation_entry_annotationId_idx" ON "moderation_entry"("annotationId");

-- CreateIndex
CREATE INDEX "moderation_entry_replyId_idx" ON "moderation_entry"("replyId");

-- CreateIndex
CREATE INDEX "moderation_entry_webAnnotationName_idx" ON "moderation_entry"("webAnnotationName");

-- CreateIndex
CREATE INDEX "moderation_entry_subjectId_idx" ON "moderation_entry"("subjectId");

-- CreateIndex
CREATE INDEX "moderation_entry_actorId_idx" ON "moderation_entry"("actorId");

-- AddForeignKey
ALTER TABLE "group_ban" ADD CONSTRAINT "group_ban_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_ban" ADD CONSTRAINT "group_ban_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_ban" ADD CONSTRAINT "group_ban_bannedById_fkey" FOREIGN KEY ("bannedById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_report" ADD CONSTRAINT "note_report_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_report" ADD CONSTRAINT "note_report_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "reply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_report" ADD CONSTRAINT "note_report_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_report" ADD CONSTRAINT "note_report_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "annotation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "reply"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_webAnnotationName_fkey" FOREIGN KEY ("webAnnotationName") REFERENCES "web_annotation"("name") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
