import { useFormatter, useTranslations } from "next-intl";
import type { Article } from "@/core/article/article";
import { checkStates } from "@/core/article/confidence";
import { workStatistics } from "@/core/article/work-statistics";
import styles from "./statistics.module.css";
import { WorkDialog } from "./work-dialog";

type StatisticsDialogProps = {
  article: Article;
  people: Readonly<Record<string, string>>;
  onClose: () => void;
};

/** How far the checking is: by state, by checker, by day. */
export function StatisticsDialog({ article, people, onClose }: StatisticsDialogProps) {
  const t = useTranslations("Workbench");
  const format = useFormatter();
  const { beads, byState, byChecker, byDay } = workStatistics(article, localDay);
  return (
    <WorkDialog title={t("statistics.title")} onClose={onClose}>
      <div className={styles.tables}>
        <table>
          <caption>{t("statistics.byState")}</caption>
          <tbody>
            {checkStates.toReversed().map((state) => (
              <tr key={state}>
                <th scope="row">{t(`state.${state}`)}</th>
                <td>{format.number(byState[state])}</td>
                <td>
                  {format.number(beads === 0 ? 0 : byState[state] / beads, { style: "percent" })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {byChecker.length > 0 && (
          <table>
            <caption>{t("statistics.byChecker")}</caption>
            <tbody>
              {byChecker.map(({ by, count }) => (
                <tr key={by}>
                  <th scope="row">{people[by] || t("statistics.unknown")}</th>
                  <td>{format.number(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {byDay.length > 0 && (
          <table>
            <caption>{t("statistics.byDay")}</caption>
            <tbody>
              {byDay.map(({ day, count }) => (
                <tr key={day}>
                  <th scope="row">
                    {format.dateTime(new Date(day), { dateStyle: "medium", timeZone: "UTC" })}
                  </th>
                  <td>{format.number(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </WorkDialog>
  );
}

/** The day that the clock of this device shows at a moment. */
function localDay(at: string): string {
  const moment = new Date(at);
  const part = (number: number) => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${part(moment.getMonth() + 1)}-${part(moment.getDate())}`;
}
