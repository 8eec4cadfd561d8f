-- AlterTable
ALTER TABLE "annotation" ADD COLUMN     "resolvedAt" TIMESTAMPTZ(3),
ADD COLUMN     "resolvedById" TEXT;

-- AlterTable
ALTER TABLE "change" ADD COLUMN     "replyId" UUID;

-- CreateTable
CREATE TABLE "reply" (
    "id" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "authorId" TEXT,
    "note" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tag" (
    "id" UUID NOT NULL,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annotation_tag" (
    "annotationId" UUID NOT NULL,
    "tagId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "annotation_tag_pkey" PRIMARY KEY ("annotationId","tagId")
);

-- CreateTable
CREATE TABLE "annotation_index" (
    "annotationId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "isOrphaned" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,
    "counterpart" TEXT NOT NULL,
    "terms" tsvector NOT NULL,

    CONSTRAINT "annotation_index_pkey" PRIMARY KEY ("annotationId")
);

-- CreateIndex
CREATE INDEX "reply_annotationId_createdAt_id_idx" ON "reply"("annotationId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "reply_authorId_idx" ON "reply"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "tag_ownerId_key_key" ON "tag"("ownerId", "key");

-- CreateIndex
CREATE INDEX "annotation_tag_tagId_idx" ON "annotation_tag"("tagId");

-- CreateIndex
CREATE INDEX "annotation_index_terms_idx" ON "annotation_index" USING GIN ("terms");

-- CreateIndex
CREATE INDEX "annotation_index_versionId_idx" ON "annotation_index"("versionId");

-- CreateIndex
CREATE INDEX "annotation_ownerId_createdAt_id_idx" ON "annotation"("ownerId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "annotation_ownerId_updatedAt_id_idx" ON "annotation"("ownerId", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "annotation_resolvedById_idx" ON "annotation"("resolvedById");

-- CreateIndex
CREATE INDEX "change_replyId_idx" ON "change"("replyId");

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply" ADD CONSTRAINT "reply_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply" ADD CONSTRAINT "reply_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_tag" ADD CONSTRAINT "annotation_tag_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_tag" ADD CONSTRAINT "annotation_tag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_index" ADD CONSTRAINT "annotation_index_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "reply"("id") ON DELETE CASCADE ON UPDATE CASCADE;
