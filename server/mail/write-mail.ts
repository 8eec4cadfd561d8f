import "server-only";
import { createTranslator } from "use-intl/core";
import type { Language } from "@/core/article/language";
import de from "@/messages/de.json";
import en from "@/messages/en.json";
import { env } from "../env";
import type { Mail } from "./message";

const messages = { de: { Mail: de.Mail }, en: { Mail: en.Mail } };

export type MailKind = "verify" | "alreadyThere" | "link" | "reset";

/** A mail with one link in it, which the page behind it opens only on a click: scanners of mail follow links. */
export function writeMail(
  kind: MailKind,
  language: Language,
  { to, path }: { to: string; path: string },
): Mail {
  const t = createTranslator({ locale: language, namespace: "Mail", messages: messages[language] });
  const link = new URL(`/${language}${path}`, env().PUBLIC_URL).href;
  const host = env().PUBLIC_URL.host;
  return {
    to,
    subject: t(`${kind}.subject`, { host }),
    text: `${t(`${kind}.text`, { host, link })}\n\n${t("footer", { host })}\n`,
  };
}

/** An invitation into a group, from a person whose name they gave themselves. */
export function writeInvitation(
  language: Language,
  { to, path, group, from }: { to: string; path: string; group: string; from: string },
): Mail {
  const t = createTranslator({ locale: language, namespace: "Mail", messages: messages[language] });
  const link = new URL(`/${language}${path}`, env().PUBLIC_URL).href;
  const host = env().PUBLIC_URL.host;
  return {
    to,
    subject: t("invitation.subject", { group, host }),
    text: `${t("invitation.text", { from, group, link })}\n\n${t("footer", { host })}\n`,
  };
}
