-- CreateTable
CREATE TABLE "personal_token" (
    "id" UUID NOT NULL,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "personal_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "web_annotation" (
    "name" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "canonical" TEXT,
    "via" TEXT,
    "isPublic" BOOLEAN NOT NULL,
    "annotationId" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "web_annotation_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "personal_token_tokenHash_key" ON "personal_token"("tokenHash");

-- CreateIndex
CREATE INDEX "personal_token_ownerId_idx" ON "personal_token"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "web_annotation_annotationId_key" ON "web_annotation"("annotationId");

-- CreateIndex
CREATE INDEX "web_annotation_createdAt_name_idx" ON "web_annotation"("createdAt", "name");

-- CreateIndex
CREATE INDEX "web_annotation_ownerId_idx" ON "web_annotation"("ownerId");

-- AddForeignKey
ALTER TABLE "personal_token" ADD CONSTRAINT "personal_token_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "web_annotation" ADD CONSTRAINT "web_annotation_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "web_annotation" ADD CONSTRAINT "web_annotation_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "annotation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
