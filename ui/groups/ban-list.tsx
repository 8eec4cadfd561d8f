import { useTranslations } from "next-intl";
import styles from "../account/form.module.css";
import { ActButton } from "./act-button";
import type { ShownGroup } from "./shown-group";

type BanListProps = { group: Pick<ShownGroup, "id" | "bans"> };

/** Who was sent away, and the way to let them in again. */
export function BanList({ group: { id, bans } }: BanListProps) {
  const t = useTranslations("Groups");
  return (
    <>
      <h3>{t("banned")}</h3>
      <ul className={styles.list}>
        {bans.map(({ userId, name }) => (
          <li key={userId}>
            {name ?? t("nameless")}
            <ActButton
              method="DELETE"
              path={`/api/groups/${id}/bans/${userId}`}
              label={t("unban")}
              name={t("unbanNamed", { name: name ?? t("nameless") })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
