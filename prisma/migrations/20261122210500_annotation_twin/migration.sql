ALTER TABLE "annotation" ADD COLUMN "twin" JSONB;
