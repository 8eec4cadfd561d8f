import { createServer, type Socket } from "node:net";

export type MailServer = {
  readonly url: string;
  /** What came, with its headers, in the order in which it came. */
  readonly mails: readonly { readonly to: string; readonly text: string }[];
  readonly stop: () => void;
};

/** A mail server that takes whatever it is given: as much of SMTP (RFC 5321) as a sender needs. */
export async function startMailServer(): Promise<MailServer> {
  const mails: { to: string; text: string }[] = [];
  const server = createServer((socket) => receive(socket, (mail) => mails.push(mail)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string")
    throw new Error("The mail server is nowhere");
  return { url: `smtp://127.0.0.1:${address.port}`, mails, stop: () => server.close() };
}

function receive(socket: Socket, onMail: (mail: { to: string; text: string }) => void): void {
  let to = "";
  let waiting = "";
  let isText = false;
  socket.setEncoding("utf8");
  socket.write("220 ready\r\n");
  socket.on("data", (chunk) => {
    waiting += chunk;
    for (;;) {
      const mark = isText ? "\r\n.\r\n" : "\r\n";
      const end = waiting.indexOf(mark);
      if (end < 0) return;
      const said = waiting.slice(0, end);
      waiting = waiting.slice(end + mark.length);
      if (isText) onMail({ to, text: readable(said) });
      to = /^RCPT TO:<(.*)>/i.exec(said)?.[1] ?? to;
      const verb = isText ? "" : said.slice(0, 4).toUpperCase();
      isText = verb === "DATA";
      socket.write(isText ? "354 go on\r\n" : verb === "QUIT" ? "221 bye\r\n" : "250 taken\r\n");
    }
  });
}

/** Quoted-printable (RFC 2045) as text. */
function readable(text: string): string {
  const bytes = text.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => `%${hex}`);
  return bytes.replace(/(?:%[0-9A-F]{2})+/g, (encoded) => decodeURIComponent(encoded));
}
