import type { ReactNode } from "react";
import styles from "./standing-page.module.css";

type StandingPageProps = { title: string; opening?: string; children: ReactNode };

/** A page of prose about the site itself, in sections under their headings. */
export function StandingPage({ title, opening, children }: StandingPageProps) {
  return (
    <main id="main" className={styles.page}>
      <header className={styles.opening}>
        <h1>{title}</h1>
        {opening && <p>{opening}</p>}
      </header>
      {children}
    </main>
  );
}

type SectionProps = { title: string; children: ReactNode };

export function Section({ title, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
