import "server-only";
import { createTransport } from "nodemailer";
import { env } from "../env";
import { type Mail, toMessage } from "./message";

declare global {
  // In development Next loads modules anew; what was sent stays readable on the mailbox page.
  var zwiespracheMailbox: Mail[] | undefined;
}

const MAILBOX_SIZE = 50;

/** Whether mails reach people; otherwise only whoever reads the server's log. */
export function sendsMail(): boolean {
  return env().SMTP_URL !== undefined;
}

/**
 * Sends a mail. Without a mail server it is written to the log, with the links it holds: whoever runs the installation
 * can hand them on. A mail server that refuses is reported without the mail, and whoever asked is not told.
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM, OPERATOR_EMAIL, PUBLIC_URL } = env();
  if (!SMTP_URL) {
    keepForMailbox(mail);
    console.info(`Mail to ${mail.to}: ${mail.subject}\n${mail.text}`);
    return;
  }
  const from = MAIL_FROM ?? OPERATOR_EMAIL ?? `zwiesprache@${PUBLIC_URL.hostname}`;
  try {
    await createTransport(SMTP_URL).sendMail(toMessage(mail, from));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`A mail could not be sent: ${reason.split("\n")[0]}`);
  }
}

/** The mailbox shows links that open accounts: it is for development, never for a running installation. */
export function showsMailbox(): boolean {
  return env().NODE_ENV === "development" && !sendsMail();
}

/** The last mails of a server without a mail server, the youngest first; for development alone. */
export function listMails(): readonly Mail[] {
  return [...(globalThis.zwiespracheMailbox ?? [])].reverse();
}

function keepForMailbox(mail: Mail): void {
  if (env().NODE_ENV === "production") return;
  const mailbox = globalThis.zwiespracheMailbox ?? [];
  globalThis.zwiespracheMailbox = [...mailbox, mail].slice(-MAILBOX_SIZE);
}
