import { useTranslations } from "next-intl";
import { type Colour, colours } from "@/core/annotation/annotation";
import styles from "./colour-buttons.module.css";

type ColourButtonsProps = {
  chosen: Colour | null;
  /** In a toolbar: the index of its only tab stop. Left out, each button is one. */
  tabStop?: number;
  size?: "small";
  onColour: (colour: Colour) => void;
};

/** Four colours; each shows its own underline, since a colour alone tells some readers nothing. */
export function ColourButtons({ chosen, tabStop, size, onColour }: ColourButtonsProps) {
  const t = useTranslations("Annotations");
  const bar = useTranslations("SelectionBar");
  return colours.map((colour, index) => (
    <button
      key={colour}
      type="button"
      className={styles.button}
      data-colour={colour}
      data-size={size}
      aria-label={
        chosen === null
          ? bar("mark", { colour: t(`colours.${colour}`) })
          : t("recolour", { colour: t(`colours.${colour}`) })
      }
      title={t(`colours.${colour}`)}
      aria-pressed={chosen === null ? undefined : chosen === colour}
      aria-keyshortcuts={tabStop === undefined ? undefined : String(index + 1)}
      tabIndex={tabStop === undefined || tabStop === index ? 0 : -1}
      onClick={() => onColour(colour)}
    >
      <span aria-hidden className={styles.swatch} />
    </button>
  ));
}
