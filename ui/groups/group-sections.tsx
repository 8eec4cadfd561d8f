import { useFormatter, useLocale, useTranslations } from "next-intl";
import { mayInGroup } from "@/core/audience/group-policy";
import { Link } from "@/i18n/navigation";
import styles from "../account/form.module.css";
import { Section } from "../controls/standing-page";
import { type End, EndForm } from "../sharing/end-form";
import { LinkForm, type MakeLink } from "../sharing/link-form";
import { ActButton } from "./act-button";
import { AssignForm } from "./assign-form";
import { BanList } from "./ban-list";
import { InviteForm } from "./invite-form";
import { MemberList } from "./member-list";
import type { ShownGroup } from "./shown-group";

type GroupSectionsProps = {
  group: ShownGroup;
  viewerId: string;
  articles: readonly { readonly slug: string; readonly title: string }[];
  invite: MakeLink;
  endInvitation: End;
  makeLink: MakeLink;
};

/** All that a group is to one of its members; whoever leads it finds beside each part what can be done there. */
export function GroupSections(props: GroupSectionsProps) {
  const { group, viewerId, articles, invite, endInvitation, makeLink } = props;
  const t = useTranslations("Groups");
  const { id, role, isArchived, isThread } = group;
  const path = `/api/groups/${id}`;
  const leads = !isArchived && !isThread;
  return (
    <>
      {isArchived && <p role="note">{t("archivedText")}</p>}
      {isThread && <p role="note">{t("threadText")}</p>}
      {!isThread && (
        <Section title={t("assignments")}>
          <Assignments group={group} />
          {leads && mayInGroup(role, "assign") && <AssignForm groupId={id} articles={articles} />}
        </Section>
      )}
      <Section title={t("activity")}>
        <Activity group={group} />
      </Section>
      <Section title={t("members")}>
        <MemberList group={group} viewerId={viewerId} />
        {group.bans.length > 0 && <BanList group={group} />}
      </Section>
      {leads && mayInGroup(role, "invite") && (
        <Section title={t("invitations")}>
          <Invitations group={group} end={endInvitation} />
          <InviteForm groupId={id} mayInviteModerators={role === "owner"} invite={invite} />
        </Section>
      )}
      {leads && mayInGroup(role, "shareNotes") && (
        <Section title={t("share")}>
          <p>{t("shareText")}</p>
          <LinkForm make={makeLink} fields={{ kind: "group", groupId: id }} />
        </Section>
      )}
      <Section title={t("end")}>
        <p>
          <ActButton
            method="DELETE"
            path={`${path}/members/${viewerId}`}
            label={t("leave")}
            question={t("leaveQuestion")}
            then="/groups"
          />{" "}
          {mayInGroup(role, "archive") && (
            <ActButton
              method="PATCH"
              path={path}
              body={{ isArchived: !isArchived }}
              label={isArchived ? t("reopen") : t("archive")}
              question={isArchived ? undefined : t("archiveQuestion")}
            />
          )}
        </p>
      </Section>
    </>
  );
}

function Assignments({ group: { id, role, members, assignments } }: { group: ShownGroup }) {
  const t = useTranslations("Groups");
  const format = useFormatter();
  const locale = useLocale() === "en" ? "en" : "de";
  if (assignments.length === 0) return <p>{t("noAssignments")}</p>;
  return (
    <ul className={styles.list}>
      {assignments.map(({ id: assignmentId, slug, titles, task, dueAt, readers }) => {
        const title = titles[locale] ?? titles.de ?? titles.en ?? slug;
        return (
          <li key={assignmentId}>
            <span>
              <Link href={`/read/${slug}`} prefetch={false}>
                {title}
              </Link>
              {task && <small>{task}</small>}
              {dueAt && (
                <small>
                  {t("due", {
                    date: format.dateTime(new Date(dueAt), {
                      dateStyle: "full",
                      timeStyle: "short",
                    }),
                  })}
                </small>
              )}
              {mayInGroup(role, "seeProgress") &&
                members
                  .filter((member) => member.role !== "owner")
                  .map((member) => {
                    const read = readers.find((reader) => reader.id === member.id);
                    const share = format.number(read?.share ?? 0, { style: "percent" });
                    const count = read?.noteCount ?? 0;
                    return (
                      <small key={member.id}>
                        {t("progress", { name: member.name, share, count })}
                      </small>
                    );
                  })}
            </span>
            {mayInGroup(role, "assign") && (
              <ActButton
                method="DELETE"
                path={`/api/groups/${id}/assignments/${assignmentId}`}
                label={t("withdraw")}
                name={t("withdrawNamed", { title })}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Activity({ group: { activity } }: { group: ShownGroup }) {
  const t = useTranslations("Groups");
  const format = useFormatter();
  if (activity.length === 0) return <p>{t("noActivity")}</p>;
  return (
    <ul className={styles.list}>
      {activity.map(({ id, author, slug, quote, language, at }) => (
        <li key={id}>
          <span>
            <Link href={`/read/${slug}`} prefetch={false} lang={language}>
              {quote}
            </Link>
            <small>
              {author || t("nameless")} ·{" "}
              {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}

type InvitationsProps = { group: ShownGroup; end: End };

function Invitations({ group: { id, invitations }, end }: InvitationsProps) {
  const t = useTranslations("Groups");
  const format = useFormatter();
  if (invitations.length === 0) return null;
  return (
    <ul className={styles.list}>
      {invitations.map(({ id: invitationId, role, email, expiresAt, uses, maxUses }) => (
        <li key={invitationId}>
          <span>
            {email ?? t("anybody")}
            <small>
              {t("invited", { role: t(`roles.${role}`), uses, maxUses: maxUses ?? "∞" })}
              {expiresAt &&
                ` · ${t("until", {
                  date: format.dateTime(new Date(expiresAt), { dateStyle: "medium" }),
                })}`}
            </small>
          </span>
          <EndForm end={end} fields={{ groupId: id, id: invitationId }} label={t("revoke")} />
        </li>
      ))}
    </ul>
  );
}
