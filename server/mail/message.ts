import "server-only";

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

/** A mail as nodemailer takes it. Headers are one line whatever names people give to themselves and their groups. */
export function toMessage({ to, subject, text }: Mail, from: string) {
  return {
    from: { name: "Zwiesprache", address: oneLine(from) },
    to: { name: "", address: oneLine(to) },
    subject: oneLine(subject),
    text,
    // Neither a file of this machine nor another server is ever read for a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
