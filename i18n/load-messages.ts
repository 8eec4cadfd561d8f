import type messages from "../messages/de.json";
import type { Locale } from "./routing";

/** The words of the interface in one language; both files have the same keys. */
export type Messages = typeof messages;

export async function loadMessages(locale: Locale): Promise<Messages> {
  const file = locale === "de" ? import("../messages/de.json") : import("../messages/en.json");
  return (await file).default as Messages;
}
