import "server-only";
import { z } from "zod";

/** A variable that is set to nothing counts as not set. */
const line = z
  .string()
  .trim()
  .max(500)
  .optional()
  .transform((text) => text || undefined);

const port = z.coerce.number().int().min(1).max(65_535);

const envSchema = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    /** Past a pooler, which passes no notifications on; the same database. */
    DATABASE_DIRECT_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    /** Signs the sessions: the server needs it, a command on the command line does not. */
    AUTH_SECRET: z.string().min(32).optional(),
    PORT: port.default(3000),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** "1" where a proxy stands before the server and sets `X-Forwarded-For`; without it that header is anybody's word. */
    BEHIND_PROXY: z.enum(["0", "1"]).default("0"),
    /** Where the installation keeps what is not in the database; `npm start` sets it. */
    DATA_DIR: z.string().default("data"),
    NODE_ENV: z.string().optional(),
    /** After how many days without use an account without a name is deleted; never, where it is not set. */
    ANONYMOUS_DAYS: line
      .transform((text) => (text === undefined ? undefined : Number(text)))
      .pipe(z.int().min(30).max(3650).optional()),
    /** "1": the first note that somebody shows everyone waits for a moderator. */
    HOLD_FIRST_NOTES: z.enum(["0", "1"]).default("0"),
    OPERATOR_NAME: line,
    /** Lines are parted by semicolons: "Lindenstraße 4; 12345 Musterstadt". */
    OPERATOR_ADDRESS: line,
    OPERATOR_EMAIL: line.pipe(z.email().optional()),
    OPERATOR_PHONE: line,
    /** "smtps://name:password@mail.example:465"; without it mails are written to the server's log. */
    SMTP_URL: line.pipe(z.url({ protocol: /^smtps?$/ }).optional()),
    /** The sender of mails; otherwise the operator's address. */
    MAIL_FROM: line.pipe(z.email().optional()),
  })
  .transform(({ BEHIND_PROXY, HOLD_FIRST_NOTES, PUBLIC_URL, ...rest }) => ({
    ...rest,
    PUBLIC_URL: new URL(PUBLIC_URL ?? `http://localhost:${rest.PORT}`),
    isBehindProxy: BEHIND_PROXY === "1",
    holdsFirstNotes: HOLD_FIRST_NOTES === "1",
  }));

export type Env = Readonly<z.infer<typeof envSchema>>;

let known: Env | undefined;

/** The settings of this process, checked when first asked for, so that a build needs none of them. */
export function env(): Env {
  known ??= readEnv();
  return known;
}

function readEnv(): Env {
  const result = envSchema.safeParse(process.env);
  if (result.success) return result.data;
  throw new Error(`The environment is incomplete:\n${z.prettifyError(result.error)}`);
}
