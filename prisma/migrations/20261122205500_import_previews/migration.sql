-- AlterTable
ALTER TABLE "import" ADD COLUMN     "alignment" TEXT,
ADD COLUMN     "de" TEXT,
ADD COLUMN     "en" TEXT;

-- CreateTable
CREATE TABLE "import_part" (
    "importId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "rowCount" INTEGER NOT NULL,
    "de" TEXT NOT NULL,
    "en" TEXT NOT NULL,

    CONSTRAINT "import_part_pkey" PRIMARY KEY ("importId","number")
);

-- AddForeignKey
ALTER TABLE "import_part" ADD CONSTRAINT "import_part_importId_fkey" FOREIGN KEY ("importId") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
