import { useFormatter, useTranslations } from "next-intl";
import { decisionsFor } from "@/core/audience/moderation-policy";
import type { QueueEntry } from "@/core/moderation/moderation-view";
import { Link } from "@/i18n/navigation";
import { NoteBody } from "../annotations/note-body";
import { DecisionForm } from "./decision-form";
import styles from "./moderation.module.css";

type ModerationQueueProps = { entries: readonly QueueEntry[] };

/** What waits for a moderator: the words, where they stand, who reads them, what was said against them. */
export function ModerationQueue({ entries }: ModerationQueueProps) {
  const t = useTranslations("Moderation");
  if (entries.length === 0) return <p>{t("empty")}</p>;
  return (
    <ol className={styles.queue}>
      {entries.map((entry) => (
        <li key={JSON.stringify(entry.target)}>
          <Entry entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry }: { entry: QueueEntry }) {
  const t = useTranslations("Moderation");
  const report = useTranslations("Report.kinds");
  const audience = useTranslations("Audience");
  const format = useFormatter();
  const { target, moderation, passage, note, source, reports, groupName } = entry;
  const author = entry.authorName ?? t("nameless");
  return (
    <article className={styles.entry} data-state={moderation} aria-label={t("by", { author })}>
      <header>
        <b>{author}</b>
        <span>{groupName ?? audience(entry.audience)}</span>
        <time dateTime={entry.createdAt}>
          {format.dateTime(new Date(entry.createdAt), { dateStyle: "medium", timeStyle: "short" })}
        </time>
        {moderation !== "shown" && <strong>{t(`state.${moderation}`)}</strong>}
      </header>
      {passage && (
        <blockquote lang={passage.language}>
          <Link href={`/read/${passage.slug}`} prefetch={false}>
            {passage.exact}
          </Link>
        </blockquote>
      )}
      {note && <NoteBody note={note} />}
      {source && <pre>{source}</pre>}
      {reports.length > 0 && (
        <ul className={styles.reports} aria-label={t("reports")}>
          {reports.map(({ kind, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: reports have no name of their own, and their order stays
            <li key={index}>
              {report(kind)}
              {text && `: ${text}`}
            </li>
          ))}
        </ul>
      )}
      <DecisionForm target={target} decisions={decisionsFor(moderation, reports.length > 0)} />
    </article>
  );
}
