import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import styles from "./note-editor.module.css";

type WaitingFieldProps = {
  /** What has been written; emptied by whoever takes it over. */
  typed: RefObject<string>;
  label: string;
  /** The editor cannot come: what is written here is saved here. */
  isAlone: boolean;
  /** What has been written when the field goes without having been saved or taken over. */
  onLeft: (text: string) => void;
  onSave: (text: string) => void;
  onClose: () => void;
};

/** Where a note begins while the editor is on its way: no letter is lost, and none is taken for a command. */
export function WaitingField(props: WaitingFieldProps) {
  const { typed, label, isAlone, onLeft, onSave, onClose } = props;
  const t = useTranslations("NoteEditor");
  const left = useRef(onLeft);
  left.current = onLeft;

  useEffect(() => {
    const leave = () => left.current(typed.current);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [typed]);

  function save() {
    const text = typed.current;
    typed.current = "";
    onSave(text);
  }

  function handleKeyDown(event: KeyboardEvent) {
    const isSave = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (!isSave && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (isSave) save();
    else onClose();
  }

  return (
    <div className={styles.editor} onKeyDownCapture={handleKeyDown}>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: the reader asked to write
        autoFocus
        aria-label={label}
        placeholder={t("placeholder")}
        className={`${styles.writing} ${styles.waiting}`}
        onChange={(event) => {
          typed.current = event.target.value;
        }}
      />
      {isAlone && (
        <div className={styles.foot}>
          <p role="status" className={styles.status}>
            {t("failed")}
          </p>
          <button type="button" className={styles.close} onClick={onClose}>
            {t("close")}
          </button>
          <button type="button" className={styles.save} onClick={save}>
            {t("save")}
          </button>
        </div>
      )}
    </div>
  );
}
