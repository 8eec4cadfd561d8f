-- AlterTable
ALTER TABLE "change" ADD COLUMN     "formerAudience" "annotation_audience",
ADD COLUMN     "formerGroupId" UUID;
