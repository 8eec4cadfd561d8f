import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { listGroups } from "@/server/groups/groups";
import { currentViewer } from "@/server/viewer";
import styles from "@/ui/account/form.module.css";
import { SiteHeader } from "@/ui/controls/site-header";
import { Section, StandingPage } from "@/ui/controls/standing-page";
import { NewGroupForm } from "@/ui/groups/new-group-form";

type PageProps = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "Groups" });
  return { title: t("title"), robots: { index: false } };
}

export default async function GroupsPage({ params }: PageProps) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("Groups");
  const viewer = await currentViewer();
  const groups = viewer ? await listGroups(viewer) : [];
  return (
    <>
      <SiteHeader />
      <StandingPage title={t("title")} opening={t("opening")}>
        <Section title={t("yours")}>
          {groups.length === 0 ? (
            <p>{t("none")}</p>
          ) : (
            <ul className={styles.list}>
              {groups.map(({ id, name, role, memberCount, isArchived }) => (
                <li key={id}>
                  <span>
                    <Link href={`/groups/${id}`}>{name}</Link>
                    <small>
                      {t("entry", { role: t(`roles.${role}`), count: memberCount })}
                      {isArchived && ` · ${t("archived")}`}
                    </small>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title={t("new")}>
          <NewGroupForm />
        </Section>
      </StandingPage>
    </>
  );
}
