-- CreateTable
CREATE TABLE "article_guest" (
    "shareLinkId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_guest_pkey" PRIMARY KEY ("shareLinkId","userId")
);

-- CreateIndex
CREATE INDEX "article_guest_userId_idx" ON "article_guest"("userId");

-- AddForeignKey
ALTER TABLE "article_guest" ADD CONSTRAINT "article_guest_shareLinkId_fkey" FOREIGN KEY ("shareLinkId") REFERENCES "share_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_guest" ADD CONSTRAINT "article_guest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
