"use client";

import { PenLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useState } from "react";
import { Link } from "@/i18n/navigation";
import control from "@/ui/controls/control.module.css";

// Only those who work on the text load what checks it.
const MarginFindings = lazy(async () => ({
  default: (await import("@/ui/workbench/findings/margin-findings")).MarginFindings,
}));

/** The way into the workbench, for those who may work there: the page itself is the same for everybody. */
export function EditLink({ slug, isDraft }: { slug: string; isDraft: boolean }) {
  const t = useTranslations("Reader");
  // A draft is shown to nobody else.
  const [isOffered, setOffered] = useState(isDraft);
  useEffect(() => {
    const abort = new AbortController();
    askRole(abort.signal).then(
      (role) => setOffered(isDraft || (role !== null && role !== "reader")),
      () => undefined, // gone, or offline: there is no work to be done then
    );
    return () => abort.abort();
  }, [isDraft]);
  if (!isOffered) return null;
  return (
    <>
      <Suspense fallback={null}>
        <MarginFindings slug={slug} />
      </Suspense>
      <Link
        href={`/workbench/${slug}`}
        prefetch={false}
        className={control.control}
        aria-label={t("edit")}
        title={t("edit")}
      >
        <PenLine size={18} strokeWidth={1.75} aria-hidden="true" />
      </Link>
    </>
  );
}

async function askRole(signal: AbortSignal): Promise<string | null> {
  const response = await fetch("/api/viewer", { signal });
  if (!response.ok) return null;
  const answer: { viewer: { role: string } | null } = await response.json();
  return answer.viewer?.role ?? null;
}
