import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { anonymous } from "better-auth/plugins/anonymous";
import { magicLink } from "better-auth/plugins/magic-link";
import { moveAccount } from "./account/move-account";
import { signInAsPlugin } from "./account/sign-in-as";
import { db } from "./db";
import { env } from "./env";
import { languageOfHeaders } from "./http/request-language";
import { trustedOrigins } from "./http/trusted-origins";
import { sendMail, sendsMail } from "./mail/send-mail";
import { type MailKind, writeMail } from "./mail/write-mail";

const DAY_SECONDS = 24 * 60 * 60;
const HOUR_SECONDS = 60 * 60;

let made: ReturnType<typeof makeAuth> | undefined;

/**
 * Accounts and sessions. Only the calls that a route of ours makes can be reached from outside: better-auth's own
 * router is not mounted, so what it offers beyond them (changing a name, listing sessions) needs a decision first.
 */
export function auth() {
  made ??= makeAuth();
  return made;
}

function makeAuth() {
  const { AUTH_SECRET, PUBLIC_URL } = env();
  if (!AUTH_SECRET) throw new Error("AUTH_SECRET is not set: no session can be signed or believed");
  const isSecure = PUBLIC_URL.protocol === "https:";
  return betterAuth({
    baseURL: PUBLIC_URL.origin,
    secret: AUTH_SECRET,
    trustedOrigins: [...trustedOrigins(PUBLIC_URL)],
    database: prismaAdapter(db(), { provider: "postgresql", transaction: true }),
    plugins: [
      anonymous({
        emailDomainName: "anonymous.invalid",
        // Moved and deleted in one transaction, by us.
        disableDeleteAnonymousUser: true,
        onLinkAccount: ({ anonymousUser, newUser }) =>
          moveAccount(anonymousUser.user.id, newUser.user.id),
      }),
      magicLink({
        expiresIn: 10 * 60,
        storeToken: "hashed",
        sendMagicLink: ({ email, token }, context) =>
          mail("link", email, `/sign-in/link#${token}`, context?.headers),
      }),
      signInAsPlugin(),
    ],
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      // Where no mail can be sent nobody can prove an address: then it is a name to sign in with.
      requireEmailVerification: sendsMail(),
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: HOUR_SECONDS,
      sendResetPassword: ({ user, token }, request) =>
        mail("reset", user.email, `/reset#${token}`, request?.headers),
      onExistingUserSignUp: ({ user }, request) =>
        mail("alreadyThere", user.email, "/sign-in", request?.headers),
    },
    emailVerification: {
      sendOnSignUp: sendsMail(),
      sendOnSignIn: sendsMail(),
      expiresIn: HOUR_SECONDS,
      // A link that signs in could sign a reader in to another's account, and their notes would follow.
      autoSignInAfterVerification: false,
      sendVerificationEmail: ({ user, token }, request) =>
        mail("verify", user.email, `/sign-in/confirm#${token}`, request?.headers),
    },
    verification: { storeIdentifier: "hashed" },
    user: {
      additionalFields: {
        role: { type: "string", required: false, defaultValue: "reader", input: false },
      },
    },
    databaseHooks: {
      user: {
        create: {
          // better-auth calls everybody "Anonymous", in English; somebody without a name has none.
          before: async (user) => ({ data: user.isAnonymous ? { ...user, name: "" } : user }),
        },
      },
    },
    session: {
      // An anonymous account is lost with its cookie: as long as browsers keep one.
      expiresIn: 400 * DAY_SECONDS,
      updateAge: DAY_SECONDS,
    },
    advanced: {
      // The prefix `__Host-` binds the cookie to this very host; browsers take it over HTTPS only.
      useSecureCookies: false,
      cookiePrefix: isSecure ? "__Host-zwiesprache" : "zwiesprache",
      defaultCookieAttributes: { secure: isSecure, httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { disableIpTracking: true },
      // Whether a mail goes out must not be heard in how long the answer takes.
      backgroundTasks: { handler: (task) => void task },
      database: { joins: true }, // a session comes with its user
      disableCSRFCheck: false,
      disableOriginCheck: false,
    },
    logger: { level: "error" }, // what it warns of are addresses and wrong passwords
    rateLimit: { enabled: false }, // by server/http/token-bucket.ts, before better-auth is asked
    telemetry: { enabled: false },
  });
}

/** Tokens stand behind a `#`: no server, proxy or Referer ever sees that part of an address. */
async function mail(kind: MailKind, to: string, path: string, headers?: Headers): Promise<void> {
  await sendMail(writeMail(kind, languageOfHeaders(headers ?? new Headers()), { to, path }));
}
