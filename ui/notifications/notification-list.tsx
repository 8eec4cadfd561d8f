import { useFormatter, useTranslations } from "next-intl";
import type { Notification } from "@/core/notification/notification";
import { Link } from "@/i18n/navigation";
import styles from "./notification-list.module.css";

type NotificationListProps = { notifications: readonly Notification[] };

/** What happened that concerns the reader, youngest first; what they have not seen yet stands out. */
export function NotificationList({ notifications }: NotificationListProps) {
  const t = useTranslations("Notifications");
  const format = useFormatter();
  if (notifications.length === 0) return <p className={styles.empty}>{t("empty")}</p>;
  return (
    <ol className={styles.list}>
      {notifications.map((notification) => {
        const { id, actorName, annotation, group, isRead, createdAt } = notification;
        const values = {
          actor: actorName ?? t("somebody"),
          group: group?.name ?? "",
          quote: shorten(annotation?.exact ?? ""),
        };
        return (
          <li key={id} className={styles.item} data-state={isRead ? "read" : "new"}>
            <p>
              {!isRead && <span className="visually-hidden">{t("new")} </span>}
              <Link href={hrefOf(notification)} prefetch={false}>
                {t(`kinds.${wordsFor(notification)}`, values)}
              </Link>
            </p>
            <time dateTime={createdAt}>
              {format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" })}
            </time>
          </li>
        );
      })}
    </ol>
  );
}

/** Whoever looks after something is told that it waits, whoever wrote it what became of it. */
function wordsFor({ kind, annotation, articleSlug }: Notification) {
  if (kind !== "report") return kind;
  if (annotation) return "decision";
  return articleSlug === null ? "report" : "textReport";
}

function hrefOf({ kind, annotation, group, articleSlug }: Notification): string {
  if (kind === "report" && !annotation) {
    return articleSlug === null ? "/moderation" : `/workbench/${articleSlug}`;
  }
  if (annotation) return `/read/${annotation.articleSlug}#note-${annotation.id}`;
  if (articleSlug !== null) return `/read/${articleSlug}`;
  return group ? `/groups/${group.id}` : "/";
}

const MAX_QUOTE = 60;

function shorten(text: string): string {
  return text.length <= MAX_QUOTE ? text : `${text.slice(0, MAX_QUOTE).trimEnd()}…`;
}
