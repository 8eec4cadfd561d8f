import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { listAssignable } from "@/server/groups/assignments";
import { getGroup } from "@/server/groups/get-group";
import { currentViewer } from "@/server/viewer";
import { SiteHeader } from "@/ui/controls/site-header";
import { StandingPage } from "@/ui/controls/standing-page";
import { GroupSections } from "@/ui/groups/group-sections";
import { makeLink } from "../../shared/actions";
import { endInvitation, invite } from "./actions";

type PageProps = { params: Promise<{ locale: Locale; id: string }> };

// A group's name is for its members: it stands in no title that a browser keeps on a shared computer.
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "Groups" });
  return { title: t("group"), robots: { index: false } };
}

export default async function GroupPage({ params }: PageProps) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const viewer = await currentViewer();
  if (!viewer) notFound();
  const group = await getGroup(viewer, id);
  if (!group.ok) notFound();
  const articles = await listAssignable(viewer, id, locale);
  return (
    <>
      <SiteHeader />
      <StandingPage title={group.name} opening={group.description}>
        <GroupSections
          {...{ group, articles, invite, endInvitation, makeLink }}
          viewerId={viewer.id}
        />
      </StandingPage>
    </>
  );
}
