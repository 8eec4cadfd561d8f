import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Audience } from "@/core/audience/annotation-policy";
import styles from "./audience.module.css";
import { AudienceChooser } from "./audience-chooser";
import type { KeptAudience } from "./audience-memory";
import type { ShownAnnotation } from "./store/apply-changes";

type CardAudienceProps = {
  shown: ShownAnnotation;
  mayChange: boolean;
  onAudience: (chosen: KeptAudience) => void;
};

/** Who made it, where that was somebody else, and who sees it, always in words; its maker opens the choice there. */
export function CardAudience({ shown, mayChange, onAudience }: CardAudienceProps) {
  const t = useTranslations("Audience");
  const [isOpen, setIsOpen] = useState(false);
  const { annotation, author, groupName, isOwn } = shown;
  const words = useAudienceWords()(annotation, groupName);
  if (!mayChange) {
    const by = isOwn ? null : (author?.name ?? t("nameless"));
    return (
      <span className={styles.who}>
        {by !== null && <b>{by}</b>} <span>{words}</span>
      </span>
    );
  }
  return (
    <>
      <button
        type="button"
        className={styles.open}
        aria-haspopup="dialog"
        aria-label={t("change", { audience: words })}
        onClick={() => setIsOpen(true)}
      >
        {words}
      </button>
      {isOpen && (
        <AudienceChooser
          shown={shown}
          onChoose={(chosen) => {
            setIsOpen(false);
            onAudience(chosen);
          }}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}

/** An audience in words; a group by its name. */
export function useAudienceWords() {
  const t = useTranslations("Audience");
  return ({ audience }: Pick<Audience, "audience">, groupName: string | null): string =>
    audience === "group" ? (groupName ?? t("group")) : t(audience);
}
