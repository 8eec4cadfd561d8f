import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { WorkDialog } from "./work-dialog";
import forms from "./work-forms.module.css";

type SaveDialogProps = {
  /** The number that the version will have if nobody else saves. */
  next: number;
  onSave: (message: string) => Promise<void>;
  onClose: () => void;
};

/** Asks what the version's history is to say of it. */
export function SaveDialog({ next, onSave, onClose }: SaveDialogProps) {
  const t = useTranslations("Workbench.save");
  const [isSaving, setSaving] = useState(false);

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const message = String(new FormData(event.currentTarget).get("message") ?? "").trim();
    if (message === "" || isSaving) return;
    setSaving(true);
    await onSave(message);
    setSaving(false);
  }

  return (
    <WorkDialog title={t("title", { number: String(next) })} onClose={onClose}>
      <form className={forms.form} onSubmit={handleSubmit}>
        <label className={forms.label}>
          {t("message")}
          <input
            name="message"
            className={forms.field}
            maxLength={500}
            autoComplete="off"
            required
            // biome-ignore lint/a11y/noAutofocus: the dialog asks for nothing else
            autoFocus
          />
        </label>
        <button type="submit" className={forms.submit} disabled={isSaving}>
          {t("submit")}
        </button>
      </form>
    </WorkDialog>
  );
}
