-- CreateTable
CREATE TABLE "dismissed_finding" (
    "articleId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "dismissedById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dismissed_finding_pkey" PRIMARY KEY ("articleId","key")
);

-- CreateTable
CREATE TABLE "glossary_term" (
    "id" UUID NOT NULL,
    "de" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "glossary_term_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "dismissed_finding_dismissedById_idx" ON "dismissed_finding"("dismissedById");

-- CreateIndex
CREATE UNIQUE INDEX "glossary_term_de_en_key" ON "glossary_term"("de", "en");

-- AddForeignKey
ALTER TABLE "dismissed_finding" ADD CONSTRAINT "dismissed_finding_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dismissed_finding" ADD CONSTRAINT "dismissed_finding_dismissedById_fkey" FOREIGN KEY ("dismissedById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
