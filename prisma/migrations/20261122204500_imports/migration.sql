-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "ownerId" TEXT,
    "articleId" UUID,
    "choices" JSONB NOT NULL,
    "result" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_file" (
    "importId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("importId","place")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_articleId_key" ON "import"("articleId");

-- CreateIndex
CREATE INDEX "import_ownerId_createdAt_idx" ON "import"("ownerId", "createdAt");

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_importId_fkey" FOREIGN KEY ("importId") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
