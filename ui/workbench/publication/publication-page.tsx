import { useFormatter, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { AuditAction } from "@/core/article/audit";
import type { ArticleAudience } from "@/core/audience/article-policy";
import type { WorkRights } from "@/core/audience/work-policy";
import { Link } from "@/i18n/navigation";
import list from "@/ui/account/form.module.css";
import { Section, StandingPage } from "@/ui/controls/standing-page";
import type { End } from "@/ui/sharing/end-form";
import type { MakeLink } from "@/ui/sharing/link-form";
import { ArticleLinks } from "./article-links";
import { PublicationAct } from "./publication-act";

type PublicationPageProps = {
  slug: string;
  audience: ArticleAudience;
  groupName: string | null;
  rights: WorkRights;
  groups: readonly { readonly id: string; readonly name: string }[];
  links: ComponentProps<typeof ArticleLinks>["links"];
  makeLink: MakeLink;
  endLink: End;
  audit: readonly {
    readonly sequence: string;
    readonly action: AuditAction;
    readonly actor: string | null;
    readonly version: number | null;
    readonly at: Date;
  }[];
};

/** For whom an article is, what the viewer may change of that, and who did what to it. */
export function PublicationPage(props: PublicationPageProps) {
  const { slug, audience, groupName, rights, groups, links, audit, makeLink, endLink } = props;
  const t = useTranslations("Publication");
  const format = useFormatter();
  const may = [
    t("right.read"),
    rights.mayReview && t("right.review"),
    rights.mayEdit && t("right.edit"),
    rights.mayPublish && t("right.publish"),
    rights.mayDelete && t("right.delete"),
  ].filter((right) => right !== false);
  const path = `/api/workbench/${slug}/publication`;
  const isLost = audience === "group" && groupName === null;
  return (
    <StandingPage title={t("title")}>
      <Section title={t("now")}>
        <p>{t(`audience.${isLost ? "groupGone" : audience}`, { group: groupName ?? "" })}</p>
        {audience === "link" && rights.mayPublish && (
          <ArticleLinks slug={slug} links={links} make={makeLink} end={endLink} />
        )}
        {rights.mayPublish ? (
          <ul className={list.list}>
            {audience !== "library" && (
              <li>
                <PublicationAct path={path} body={{ audience: "library" }} label={t("toLibrary")} />
              </li>
            )}
            {groups
              .filter(({ name }) => audience !== "group" || name !== groupName)
              .map(({ id, name }) => (
                <li key={id}>
                  <PublicationAct
                    path={path}
                    body={{ audience: "group", groupId: id }}
                    label={t("toGroup", { group: name })}
                  />
                </li>
              ))}
            {audience !== "link" && (
              <li>
                <PublicationAct path={path} body={{ audience: "link" }} label={t("toLink")} />
              </li>
            )}
            {audience !== "draft" && (
              <li>
                <PublicationAct
                  path={path}
                  body={{ audience: "draft" }}
                  label={t("toDraft")}
                  question={t("reallyDraft")}
                />
              </li>
            )}
          </ul>
        ) : (
          <p>{t("mayNot")}</p>
        )}
        {rights.mayDelete && (
          <PublicationAct
            path={path}
            body={null}
            label={t("delete")}
            question={t("reallyDelete")}
          />
        )}
      </Section>
      <Section title={t("rights")}>
        <p>{t("yours", { rights: format.list(may, { type: "conjunction" }) })}</p>
      </Section>
      <Section title={t("audit")}>
        {audit.length === 0 ? (
          <p>{t("none")}</p>
        ) : (
          <ol className={list.list} reversed>
            {audit.map(({ sequence, action, actor, version, at }) => (
              <li key={sequence}>
                <span>
                  {t(`action.${action}`, { version: String(version ?? "–") })}
                  <small>
                    {actor || t("operator")} ·{" "}
                    <time dateTime={at.toISOString()}>
                      {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
                    </time>
                  </small>
                </span>
              </li>
            ))}
          </ol>
        )}
        <p>
          <Link href={`/workbench/${slug}`}>{t("back")}</Link>
        </p>
      </Section>
    </StandingPage>
  );
}
