import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import styles from "./audience.module.css";
import type { KeptAudience } from "./audience-memory";
import { loadWritableGroups, type OwnGroup } from "./load-groups";
import { ShareLinkMaker } from "./share-link-maker";
import type { ShownAnnotation } from "./store/apply-changes";

type AudienceChooserProps = {
  shown: ShownAnnotation;
  onChoose: (chosen: KeptAudience) => void;
  onClose: () => void;
};

type Choice = KeptAudience & { readonly key: string; readonly memberCount: number | null };

/** Chooses who sees an annotation, and says before it is done who will and who will not any more. */
export function AudienceChooser({ shown, onChoose, onClose }: AudienceChooserProps) {
  const t = useTranslations("Audience");
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const groups = useGroups();
  const { annotation, groupName, isSaved } = shown;
  const now = keyOf(annotation);
  const [key, setKey] = useState(now);
  const choices = choicesFor(groups, { ...annotation, groupName });
  const chosen = choices.find((choice) => choice.key === key);
  const before = choices.find((choice) => choice.key === now);

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (!chosen || key === now) return onClose();
    const { audience, groupId } = chosen;
    onChoose({ audience, groupId, groupName: chosen.groupName });
  }

  // Over the page rather than in the card: a card in the margin moves, and is as narrow as the margin.
  return createPortal(
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form onSubmit={handleSubmit}>
        <h2 id={title}>{t("title")}</h2>
        <fieldset className={styles.choices}>
          <legend className="visually-hidden">{t("title")}</legend>
          {choices.map((choice) => (
            <label key={choice.key} className={styles.choice}>
              <input
                type="radio"
                name="audience"
                value={choice.key}
                checked={choice.key === key}
                onChange={() => setKey(choice.key)}
              />
              <span>
                {choice.audience === "group" ? choice.groupName : t(choice.audience)}
                <small>{explain(choice)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <p role="status" className={styles.preview}>
          {chosen && key !== now && (
            <>
              {chosen.audience !== "me" && <span>{gain(chosen)} </span>}
              {before && before.audience !== "me" && <span>{loss(before, chosen)}</span>}
            </>
          )}
        </p>
        {key === now && isSaved && (key === "link" || key === "public") && (
          <ShareLinkMaker annotationId={annotation.id} />
        )}
        <div className={styles.foot}>
          <button type="submit" className={styles.submit} disabled={key === now}>
            {t("submit")}
          </button>
          <button type="button" className={styles.quiet} onClick={onClose}>
            {t(key === now ? "leave" : "close")}
          </button>
        </div>
      </form>
    </dialog>,
    document.body,
  );

  function explain({ audience, memberCount }: Choice): string {
    if (audience !== "group") return t(`explain.${audience}`);
    return memberCount === null ? t("explain.formerGroup") : t("members", { count: memberCount });
  }

  function gain({ audience, groupName: name, memberCount }: Choice): string {
    if (audience === "group") return t("gain.group", { name: name ?? "", count: memberCount ?? 0 });
    return audience === "public" ? t("gain.public") : t("gain.link");
  }

  function loss(from: Choice, to: Choice): string {
    if (from.audience === "group" && to.audience !== "public") {
      return t("loss.group", { name: from.groupName ?? "" });
    }
    if (from.audience === "public") return t("loss.public");
    return from.audience === "link" && to.audience !== "public" ? t("loss.link") : "";
  }
}

function keyOf({ audience, groupId }: Pick<KeptAudience, "audience" | "groupId">): string {
  return groupId ?? audience;
}

/** A group that the reader has left meanwhile stays in the list while the annotation is for it. */
function choicesFor(groups: readonly OwnGroup[], now: KeptAudience): readonly Choice[] {
  const plain = (audience: "me" | "link" | "public"): Choice => ({
    ...{ key: audience, audience, groupId: null, groupName: null, memberCount: null },
  });
  const ofGroups = groups.map(
    ({ id, name, memberCount }): Choice => ({
      ...{ key: id, audience: "group", groupId: id, groupName: name, memberCount },
    }),
  );
  const isKnown = now.audience !== "group" || groups.some(({ id }) => id === now.groupId);
  const { groupId, groupName } = now;
  const former: Choice[] = isKnown
    ? []
    : [{ key: keyOf(now), audience: "group", groupId, groupName, memberCount: null }];
  return [plain("me"), ...former, ...ofGroups, plain("link"), plain("public")];
}

function useGroups(): readonly OwnGroup[] {
  const [groups, setGroups] = useState<readonly OwnGroup[]>([]);
  useEffect(() => {
    let isGone = false;
    void loadWritableGroups().then((found) => isGone || setGroups(found));
    return () => {
      isGone = true;
    };
  }, []);
  return groups;
}
