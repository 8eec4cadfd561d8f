import { Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ReportDialog, type Reported } from "./report-dialog";

type ReportButtonProps = Reported & { className: string | undefined };

/** Shows a note or an answer to those who look after it. */
export function ReportButton({ className, ...reported }: ReportButtonProps) {
  const t = useTranslations("Report");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={t("open")}
        title={t("open")}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        <Flag aria-hidden size={15} strokeWidth={1.75} />
      </button>
      {isOpen && <ReportDialog {...reported} onClose={() => setIsOpen(false)} />}
    </>
  );
}
