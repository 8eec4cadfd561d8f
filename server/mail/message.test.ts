import { createTransport } from "nodemailer";
import { expect, test } from "vitest";
import { toMessage } from "./message";

async function headersOf(mail: { to: string; subject: string; text: string }) {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  const { message } = await transport.sendMail(toMessage(mail, "wir@lesen.example"));
  return String(message).split("\n\n")[0] ?? "";
}

test.each(["\r\n", "\n", "\r", "\u2028", "\0\r\n"])(
  "a name with a line end (%j) adds no header and no recipient",
  async (end) => {
    const headers = await headersOf({
      to: "du@lesen.example",
      subject: `Einladung in „9b${end}Bcc: alle@elsewhere.example${end}X-Evil: 1“`,
      text: "Guten Tag",
    });
    expect(headers).not.toMatch(/^(Bcc|X-Evil):/im);
    expect(headers.match(/^To: .*$/gm)).toEqual(["To: du@lesen.example"]);
  },
);

test("an address is one address, whatever is written into it", async () => {
  const headers = await headersOf({
    to: "du@lesen.example\r\nBcc: alle@elsewhere.example",
    subject: "Einladung",
    text: "Guten Tag",
  });
  expect(headers).not.toMatch(/^Bcc:/im);
});
