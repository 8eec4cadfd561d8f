import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import styles from "./status.module.css";

type ToastProps = {
  text: string;
  onUndo?: () => void;
  onGone: () => void;
};

const lifetimeMs = 10_000;

/** A sentence about what just happened, with the way back; it waits while pointer or focus are on it. */
export function Toast({ text, onUndo, onGone }: ToastProps) {
  const t = useTranslations("Annotations");
  const [isHeld, setIsHeld] = useState(false);
  const latest = useRef(onGone);
  latest.current = onGone;

  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => latest.current(), lifetimeMs);
    return () => clearTimeout(timer);
  }, [isHeld]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: waiting is no action; the button inside is
    <div
      className={styles.toast}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <span>{text}</span>
      {onUndo && (
        <button type="button" className={styles.undo} onClick={onUndo}>
          {t("undo")}
        </button>
      )}
    </div>
  );
}
