import { useFormatter, useTranslations } from "next-intl";
import type { ModerationLine } from "@/core/moderation/moderation-view";
import list from "../account/form.module.css";

type ModerationLogProps = { lines: readonly ModerationLine[] };

/** What moderators did, the latest first. */
export function ModerationLog({ lines }: ModerationLogProps) {
  const t = useTranslations("Moderation");
  const format = useFormatter();
  if (lines.length === 0) return <p>{t("emptyLog")}</p>;
  return (
    <ul className={list.list}>
      {lines.map(({ sequence, act, actorName, subjectName, groupName, reason, createdAt }) => (
        <li key={sequence}>
          <span>
            {t(`acts.${act}`, {
              actor: actorName ?? t("nameless"),
              subject: subjectName ?? t("nameless"),
            })}
            {reason && <small>{reason}</small>}
            <small>
              {groupName && `${groupName} · `}
              {format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" })}
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}
