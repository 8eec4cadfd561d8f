import { useTranslations } from "next-intl";
import { mayInGroup, mayRemoveMember } from "@/core/audience/group-policy";
import styles from "../account/form.module.css";
import { ActButton } from "./act-button";
import type { ShownGroup } from "./shown-group";
import { ThreadButton } from "./thread-button";

type MemberListProps = { group: ShownGroup; viewerId: string };

/** Who is in it, and for those who lead it what they may do about each. */
export function MemberList({ group, viewerId }: MemberListProps) {
  const t = useTranslations("Groups");
  const { id, role, members, isArchived, isThread } = group;
  const acts = !isArchived && !isThread;
  return (
    <ul className={styles.list}>
      {members.map((member) => {
        const path = `/api/groups/${id}/members/${member.id}`;
        const isOther = member.id !== viewerId;
        const name = member.name || t("nameless");
        return (
          <li key={member.id}>
            <span>
              {name}
              <small>{t(`roles.${member.role}`)}</small>
            </span>
            {acts && isOther && (
              <span>
                {mayInGroup(role, "openThread") && member.role !== "owner" && (
                  <ThreadButton
                    groupId={id}
                    userId={member.id}
                    label={t("thread")}
                    name={t("threadNamed", { name })}
                  />
                )}{" "}
                {mayInGroup(role, "changeRoles") && member.role !== "owner" && (
                  <ActButton
                    method="PATCH"
                    path={path}
                    body={{ role: member.role === "reader" ? "member" : "reader" }}
                    label={member.role === "reader" ? t("letWrite") : t("onlyRead")}
                    name={t(member.role === "reader" ? "letWriteNamed" : "onlyReadNamed", { name })}
                  />
                )}{" "}
                {mayInGroup(role, "transfer") && (
                  <ActButton
                    method="PUT"
                    path={`/api/groups/${id}/owner`}
                    body={{ userId: member.id }}
                    label={t("handOver")}
                    name={t("handOverNamed", { name })}
                    question={t("handOverQuestion", { name })}
                  />
                )}{" "}
                {mayRemoveMember(role, member.role) && (
                  <ActButton
                    method="DELETE"
                    path={path}
                    label={t("remove")}
                    name={t("removeNamed", { name })}
                    question={t("removeQuestion", { name })}
                  />
                )}{" "}
                {mayRemoveMember(role, member.role) && (
                  <ActButton
                    method="PUT"
                    path={`/api/groups/${id}/bans/${member.id}`}
                    label={t("ban")}
                    name={t("banNamed", { name })}
                    question={t("banQuestion", { name })}
                  />
                )}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
