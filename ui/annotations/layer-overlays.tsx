import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import type { CardActions } from "./note-card";
import { NotesSheet } from "./notes-sheet";
import type { PlacedAnnotation } from "./place-annotations";
import { SelectionBar, type SelectionBarProps } from "./selection-bar";
import styles from "./status.module.css";
import type { SyncState } from "./store/annotation-store";
import type { ShownAnnotation } from "./store/apply-changes";
import { SyncStatus } from "./sync-status";
import { Toast } from "./toast";

/** The sheet of one row, or of the annotations that have lost their place. */
type Sheet = {
  readonly title: string;
  readonly annotations: readonly (PlacedAnnotation | ShownAnnotation)[];
};

export type Notice = {
  readonly text: string;
  readonly onUndo?: () => void;
  /** Called when it goes without having been undone. */
  readonly onGone?: () => void;
};

type LayerOverlaysProps = {
  bar: (SelectionBarProps & { readonly key: string }) | null;
  sheet: Sheet | null;
  /** What is chosen of the annotations, and the way to choose otherwise. */
  filter: ReactNode;
  /** How many the choice leaves out, and the way back to all of them. */
  hiddenCount: number;
  onShowAll: () => void;
  focusedId: string | null;
  editingId: string | null;
  actions: CardActions;
  onSheetClose: () => void;
  /** On narrow screens: how many annotations have lost their place, and the way to them. */
  orphanCount: number;
  onOrphans: () => void;
  /** How many annotations others have written meanwhile, and the way to see them. */
  newsCount: number;
  onNews: () => void;
  notice: Notice | null;
  onNoticeGone: () => void;
  /** Said to those who do not see what was painted. */
  said: string;
  sync: SyncState;
};

/** What lies over the page: the bar, the sheet, and the sentences at its foot. */
export function LayerOverlays({
  bar,
  sheet,
  filter,
  hiddenCount,
  onShowAll,
  focusedId,
  editingId,
  actions,
  onSheetClose,
  orphanCount,
  onOrphans,
  newsCount,
  onNews,
  notice,
  onNoticeGone,
  said,
  sync,
}: LayerOverlaysProps) {
  const t = useTranslations("Annotations");
  const toast = (
    <div role="status">
      {notice && (
        <Toast
          key={notice.text}
          text={notice.text}
          onUndo={notice.onUndo}
          onGone={() => {
            notice.onGone?.();
            onNoticeGone();
          }}
        />
      )}
    </div>
  );
  return createPortal(
    <>
      {bar && <SelectionBar {...bar} key={bar.key} />}
      {sheet && (
        <NotesSheet
          title={sheet.title}
          filter={filter}
          annotations={sheet.annotations}
          focusedId={focusedId}
          editingId={editingId}
          actions={actions}
          toast={toast}
          onClose={onSheetClose}
        />
      )}
      <div className={styles.corner}>
        {hiddenCount > 0 && (
          <button type="button" className={styles.orphans} onClick={onShowAll}>
            {t("filtered", { count: hiddenCount })}
          </button>
        )}
        {orphanCount > 0 && (
          <button type="button" className={styles.orphans} onClick={onOrphans}>
            {t("orphanSheet", { count: orphanCount })}
          </button>
        )}
        <div role="status">
          {newsCount > 0 && (
            <button type="button" className={styles.orphans} onClick={onNews}>
              {t("news", { count: newsCount })}
            </button>
          )}
        </div>
        {!sheet && toast}
        <SyncStatus sync={sync} />
      </div>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </>,
    document.body,
  );
}
