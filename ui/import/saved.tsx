"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Link } from "@/i18n/navigation";
import styles from "./import-page.module.css";

export type PublishState = { reason: "not-found" | "not-editor" | "signed-out" } | null;

type SavedProps = {
  slug: string;
  isPublished: boolean;
  mayPublish: boolean;
  publish: (state: PublishState, form: FormData) => Promise<PublishState>;
};

/** What became of an import that was saved, and who may do what with it. */
export function Saved({ slug, isPublished, mayPublish, publish }: SavedProps) {
  const t = useTranslations("ImportPage");
  const [state, submit, isPending] = useActionState(publish, null);
  return (
    <section className={styles.saved}>
      <h2>{isPublished ? t("published") : t("saved")}</h2>
      {!isPublished && <p>{t("savedHint")}</p>}
      {!isPublished && !mayPublish && <p className={styles.hint}>{t("mayNotPublish")}</p>}
      <div className={styles.acts}>
        <Link href={`/read/${slug}`} className={styles.main}>
          {t("read")}
        </Link>
        {!isPublished && mayPublish && (
          <form action={submit}>
            <input type="hidden" name="slug" value={slug} />
            <button type="submit" className={styles.second} disabled={isPending}>
              {t("publish")}
            </button>
            <span className={styles.hint}>{t("publishHint")}</span>
          </form>
        )}
        {(!isPublished || mayPublish) && (
          <Link href={`/workbench/${slug}`} className={styles.quiet}>
            {t("correct")}
          </Link>
        )}
        <Link href="/import" className={styles.quiet}>
          {t("another")}
        </Link>
      </div>
      {state && (
        <p role="alert" className={styles.failure}>
          {t(`notPublished.${state.reason}`)}
        </p>
      )}
    </section>
  );
}
