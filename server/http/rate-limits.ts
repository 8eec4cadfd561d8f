import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { clientAddress } from "./client-address";
import type { Refusal } from "./problem-reason";
import { type BucketAnswer, tokenBuckets } from "./token-bucket";

function makeLimits() {
  return {
    // Several classes may make their first mark in the same minute behind one address; hundreds at once are a machine.
    accounts: tokenBuckets({ burst: 120, perSecond: 2 }),
    // An outbox that comes back from a train journey may hold a few hundred changes.
    changes: tokenBuckets({ burst: 400, perSecond: 10 }),

    // Passwords that strangers try on one account: some at once, then two in a minute. Its own devices count for themselves.
    strangersTries: tokenBuckets({ burst: 10, perSecond: 1 / 30 }),
    devicesTries: tokenBuckets({ burst: 20, perSecond: 1 / 10 }),
    // Every try costs a tenth of a second of a processor; thirty pupils who all mistype twice are no attack.
    triesFromAddress: tokenBuckets({ burst: 300, perSecond: 5 }),
    // Mails to one person, and from one address.
    mailsTo: tokenBuckets({ burst: 4, perSecond: 1 / 300 }),
    mailsFromAddress: tokenBuckets({ burst: 300, perSecond: 1 / 2 }),
    // Whatever is written, by address: a school of outboxes after a train journey.
    changesFromAddress: tokenBuckets({ burst: 6000, perSecond: 200 }),
    // Links that are opened: guessing one would take longer than the world has.
    linksFromAddress: tokenBuckets({ burst: 300, perSecond: 10 }),
    // A class that imports its texts comes from one address; each document takes seconds of a processor and megabytes of disk.
    importsByPerson: tokenBuckets({ burst: 12, perSecond: 1 / 60 }),
    importsByAddress: tokenBuckets({ burst: 60, perSecond: 1 / 20 }),

    // What readers find wrong: a class reads one text together behind one address; each reader finds a few places at most.
    reportsByPerson: tokenBuckets({ burst: 10, perSecond: 1 / 60 }),
    reportsByAddress: tokenBuckets({ burst: 60, perSecond: 1 / 10 }),
  };
}

declare global {
  // Next.js and what is answered before it are bundled apart, and count together.
  var zwiespracheLimits: ReturnType<typeof makeLimits> | undefined;
}

globalThis.zwiespracheLimits ??= makeLimits();
const limits = globalThis.zwiespracheLimits;

export type Limit = { readonly ok: true } | Refusal;

export function mayMakeAccount(headers: Headers): Limit {
  return toLimit(limits.accounts(clientAddress(headers), Date.now()));
}

/** A change, by its account and by the address it came from. */
export function mayChange(viewer: Viewer, headers: Headers): Limit {
  const byAccount = toLimit(limits.changes(viewer.id, Date.now()));
  return byAccount.ok
    ? toLimit(limits.changesFromAddress(clientAddress(headers), Date.now()))
    : byAccount;
}

/** A password that is tried on an account, whether there is such an account or not. */
export function mayTryPassword(headers: Headers, email: string, isKnownDevice: boolean): Limit {
  if (isKnownDevice) return toLimit(limits.devicesTries(email, Date.now()));
  // The account first: what is refused there must not use up what everybody behind the address shares.
  const onAccount = toLimit(limits.strangersTries(email, Date.now()));
  return onAccount.ok
    ? toLimit(limits.triesFromAddress(clientAddress(headers), Date.now()))
    : onAccount;
}

/** A mail to an address that somebody has entered. */
export function mayAskForMail(headers: Headers, email: string): Limit {
  const toPerson = toLimit(limits.mailsTo(email, Date.now()));
  return toPerson.ok
    ? toLimit(limits.mailsFromAddress(clientAddress(headers), Date.now()))
    : toPerson;
}

/** A token or a code that somebody presents. */
export function mayOpenLink(headers: Headers): Limit {
  return toLimit(limits.linksFromAddress(clientAddress(headers), Date.now()));
}

/** One more document. */
export function mayImport(viewer: Viewer, headers: Headers): Limit {
  const byPerson = toLimit(limits.importsByPerson(viewer.id, Date.now()));
  return byPerson.ok
    ? toLimit(limits.importsByAddress(clientAddress(headers), Date.now()))
    : byPerson;
}

/** One more report; those without an account share what their address has. */
export function mayReport(viewer: Viewer | null, headers: Headers): Limit {
  const byPerson = viewer
    ? toLimit(limits.reportsByPerson(viewer.id, Date.now()))
    : { ok: true as const };
  return byPerson.ok
    ? toLimit(limits.reportsByAddress(clientAddress(headers), Date.now()))
    : byPerson;
}

function toLimit(answer: BucketAnswer): Limit {
  if (answer.ok) return answer;
  return {
    ok: false,
    reason: "too-many",
    headers: { "retry-after": String(answer.retryAfterSeconds) },
  };
}
