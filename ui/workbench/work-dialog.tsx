import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import control from "@/ui/controls/control.module.css";
import styles from "./work-dialog.module.css";

type WorkDialogProps = { title: string; onClose: () => void; children: ReactNode };

/** A dialog over the workbench; Escape and the cross close it, and the focus goes back to where it was. */
export function WorkDialog({ title, onClose, children }: WorkDialogProps) {
  const t = useTranslations("Workbench");
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    dialog.current?.showModal();
    // Somebody who is asked for words writes at once; else the cross that closes it has the focus.
    dialog.current
      ?.querySelector<HTMLElement>("input[type=text], input:not([type]), textarea")
      ?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <button
          type="button"
          className={control.control}
          aria-label={t("close")}
          onClick={() => dialog.current?.close()}
        >
          <X size={18} aria-hidden="true" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
