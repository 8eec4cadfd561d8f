-- CreateTable
CREATE TABLE "parsed_version" (
    "versionId" UUID NOT NULL,
    "build" TEXT NOT NULL,
    "article" TEXT NOT NULL,

    CONSTRAINT "parsed_version_pkey" PRIMARY KEY ("versionId")
);

-- AddForeignKey
ALTER TABLE "parsed_version" ADD CONSTRAINT "parsed_version_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "article_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;
