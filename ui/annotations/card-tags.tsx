import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import styles from "./card-tags.module.css";
import { listTags } from "./store/list-tags";
import { TagField } from "./tag-field";

type CardTagsProps = {
  tags: readonly string[];
  isEditing: boolean;
  onChange: (tags: string[]) => void;
  onClose: () => void;
};

/** The tags of a card, or the field that changes them. */
export function CardTags({ tags, isEditing, onChange, onClose }: CardTagsProps) {
  const t = useTranslations("Tags");
  if (isEditing) return <Field tags={tags} onChange={onChange} onClose={onClose} />;
  if (tags.length === 0) return null;
  return (
    <ul className={styles.tags} aria-label={t("tags")}>
      {tags.map((tag) => (
        <li key={tag} className={styles.tag}>
          {tag}
        </li>
      ))}
    </ul>
  );
}

function Field({ tags, onChange, onClose }: Omit<CardTagsProps, "isEditing">) {
  const t = useTranslations("Tags");
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => {
    let isGone = false;
    listTags().then(
      (names) => isGone || setKnown(names),
      () => undefined, // offline it takes what is written
    );
    return () => {
      isGone = true;
    };
  }, []);
  return (
    <div className={styles.editing}>
      <TagField
        label={t("edit")}
        tags={tags}
        known={known}
        takesFocus
        onChange={onChange}
        onClose={onClose}
      />
    </div>
  );
}
