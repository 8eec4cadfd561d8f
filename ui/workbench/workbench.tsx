"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Bench } from "./bench";
import { loadDraft, type Opened } from "./store/server";
import styles from "./workbench.module.css";

type WorkbenchProps = {
  slug: string;
  viewerId: string;
  /** How many notes that the viewer may see begin in each block. */
  notes: Readonly<Record<string, number>>;
};

type Loading =
  | { readonly kind: "loading" | "failed" }
  | { readonly kind: "open"; readonly draft: Opened; readonly visit: number };

/** Fetches the viewer's draft of an article, and opens the workbench on it. */
export function Workbench({ slug, viewerId, notes }: WorkbenchProps) {
  const t = useTranslations("Workbench");
  const [loading, setLoading] = useState<Loading>({ kind: "loading" });
  const [visit, setVisit] = useState(0);

  useEffect(() => {
    let isGone = false;
    loadDraft(slug).then((draft) => {
      if (!isGone) setLoading(draft ? { kind: "open", draft, visit } : { kind: "failed" });
    });
    return () => {
      isGone = true;
    };
  }, [slug, visit]);

  const handleReload = () => setVisit((count) => count + 1);
  if (loading.kind === "open") {
    return (
      <Bench
        key={loading.visit}
        slug={slug}
        viewerId={viewerId}
        opened={loading.draft}
        notes={notes}
        onReload={handleReload}
      />
    );
  }
  return (
    <div className={styles.waiting} role="status">
      <p>{t(loading.kind)}</p>
      {loading.kind === "failed" && (
        <button type="button" className={styles.button} onClick={handleReload}>
          {t("retry")}
        </button>
      )}
    </div>
  );
}
