import type { ReactNode } from "react";
import styles from "./message-page.module.css";

type MessageProps = { title: string; explanation: string; children: ReactNode };

/** What a page says that has nothing else to show, and the ways on from there. */
export function Message({ title, explanation, children }: MessageProps) {
  return (
    <>
      <h1>{title}</h1>
      <p>{explanation}</p>
      {children}
    </>
  );
}

/** The same as a page of its own. */
export function MessagePage(message: MessageProps) {
  return (
    <main id="main" className={styles.page}>
      <Message {...message} />
    </main>
  );
}
