"use client";

import { Columns2, Rows2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { type Layout, layouts, type View, viewPath } from "@/core/article/layout";
import styles from "./layout-switch.module.css";
import { keepRow, rowInView } from "./row-in-view";

type LayoutSwitchProps = { slug: string; view: View };

/**
 * Links to the other layouts. With JavaScript the page stays: its style changes, the address follows, and the row that
 * was in view stays in view.
 */
export function LayoutSwitch({ slug, view }: LayoutSwitchProps) {
  const t = useTranslations("Layouts");
  const locale = useLocale();
  const [current, setCurrent] = useState(view.layout);

  function handleClick(event: MouseEvent<HTMLAnchorElement>, layout: Layout) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const page = document.querySelector<HTMLElement>("main[data-layout]");
    if (!page) return;
    event.preventDefault();
    const place = rowInView();
    page.dataset.layout = layout;
    if (place) keepRow(place);
    window.history.replaceState(null, "", event.currentTarget.href);
    setCurrent(layout);
  }

  return (
    <nav className={styles.switch} aria-label={t("name")}>
      {layouts.map((layout) => (
        <a
          key={layout}
          href={`/${locale}${viewPath(slug, { ...view, layout })}`}
          aria-current={layout === current ? "true" : undefined}
          title={t(layout)}
          data-layout={layout}
          onClick={(event) => handleClick(event, layout)}
        >
          <Sign layout={layout} />
          <span className={styles.word}>{t(layout)}</span>
        </a>
      ))}
    </nav>
  );
}

function Sign({ layout }: { layout: Layout }) {
  if (layout === "parallel") return <Columns2 size={16} strokeWidth={1.75} aria-hidden="true" />;
  if (layout === "alternating") return <Rows2 size={16} strokeWidth={1.75} aria-hidden="true" />;
  return (
    <span className={styles.letters} aria-hidden="true">
      {layout === "german" ? "DE" : "EN"}
    </span>
  );
}
