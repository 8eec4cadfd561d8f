import type { ReactNode } from "react";
import styles from "./styleguide.module.css";

type SpecimenProps = { title: string; children: ReactNode };

export function Specimen({ title, children }: SpecimenProps) {
  return (
    <div className={styles.specimen}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}
