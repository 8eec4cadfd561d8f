"use client";

import { CircleUserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Link } from "@/i18n/navigation";
import { Leave } from "../account/leave";
import control from "./control.module.css";
import { usePersonalMenu } from "./use-personal-menu";
import styles from "./user-menu.module.css";

/**
 * The ways to all that is the reader's own, from every page. A list of links that opens without scripts too; with them
 * it knows who is here and what is new.
 */
export function UserMenu() {
  const t = useTranslations("Menu");
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const { menu, refresh } = usePersonalMenu();
  const { person, unread, moderates } = menu;
  const close = () => popover.current?.hidePopover();
  const hasAccount = person !== null && !person.isAnonymous;
  const words = unread > 0 ? t("openWithNews", { count: unread }) : t("open");

  return (
    <>
      <button
        type="button"
        className={`${control.control} ${styles.button}`}
        popoverTarget={id}
        aria-label={words}
        title={words}
        data-news={unread > 0 || undefined}
      >
        <CircleUserRound size={18} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        className={styles.menu}
        onToggle={(event) => event.newState === "open" && refresh()}
      >
        {person && <p className={styles.person}>{person.name ?? t("nameless")}</p>}
        <nav aria-label={t("label")}>
          <ul>
            <Entry href="/notes" onFollow={close}>
              {t("notes")}
            </Entry>
            <Entry href="/groups" onFollow={close}>
              {t("groups")}
            </Entry>
            <Entry href="/notifications" onFollow={close}>
              {t("notifications")}
              {unread > 0 && <b>{t("unread", { count: unread })}</b>}
            </Entry>
            {moderates && (
              <Entry href="/moderation" onFollow={close}>
                {t("moderation")}
              </Entry>
            )}
            <Entry href="/import" onFollow={close}>
              {t("import")}
            </Entry>
            <Entry href="/account" onFollow={close}>
              {t("account")}
            </Entry>
            {!hasAccount && (
              <>
                <Entry href="/sign-in" onFollow={close}>
                  {t("signIn")}
                </Entry>
                <Entry href="/sign-up" onFollow={close}>
                  {t("signUp")}
                </Entry>
              </>
            )}
          </ul>
        </nav>
        {person && (
          <div className={styles.leave}>
            <Leave isAnonymous={person.isAnonymous} hasRecoveryCode={person.hasRecoveryCode} />
          </div>
        )}
      </div>
    </>
  );
}

type EntryProps = { href: string; onFollow: () => void; children: React.ReactNode };

function Entry({ href, onFollow, children }: EntryProps) {
  return (
    <li>
      <Link href={href} prefetch={false} onClick={onFollow}>
        {children}
      </Link>
    </li>
  );
}
