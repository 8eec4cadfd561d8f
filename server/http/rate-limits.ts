import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { clientAddress } from "./client-address";
import type { Refusal } from "./problem-reason";
import { type BucketAnswer, tokenBuckets } from "./token-bucket";

// Several classes may make their first mark in the same minute behind one address; hundreds at once are a machine.
const accounts = tokenBuckets({ burst: 120, perSecond: 2 });
// An outbox that comes back from a train journey may hold a few hundred changes.
const changes = tokenBuckets({ burst: 400, perSecond: 10 });

// Passwords that strangers try on one account: some at once, then two in a minute. Its own devices count for themselves.
const strangersTries = tokenBuckets({ burst: 10, perSecond: 1 / 30 });
const devicesTries = tokenBuckets({ burst: 20, perSecond: 1 / 10 });
// Every try costs a tenth of a second of a processor; thirty pupils who all mistype twice are no attack.
const triesFromAddress = tokenBuckets({ burst: 300, perSecond: 5 });
// Mails to one person, and from one address.
const mailsTo = tokenBuckets({ burst: 4, perSecond: 1 / 300 });
const mailsFromAddress = tokenBuckets({ burst: 300, perSecond: 1 / 2 });
// Whatever is written, by address: a school of outboxes after a train journey.
const changesFromAddress = tokenBuckets({ burst: 6000, perSecond: 200 });
// Links that are opened: guessing one would take longer than the world has.
const linksFromAddress = tokenBuckets({ burst: 300, perSecond: 10 });
// A class that imports its texts comes from one address; each document takes seconds of a processor and megabytes of disk.
const importsByPerson = tokenBuckets({ burst: 12, perSecond: 1 / 60 });
const importsByAddress = tokenBuckets({ burst: 60, perSecond: 1 / 20 });

// What readers find wrong: a class reads one text together behind one address; each reader finds a few places at most.
const reportsByPerson = tokenBuckets({ burst: 10, perSecond: 1 / 60 });
const reportsByAddress = tokenBuckets({ burst: 60, perSecond: 1 / 10 });

export type Limit = { readonly ok: true } | Refusal;

export function mayMakeAccount(headers: Headers): Limit {
  return toLimit(accounts(clientAddress(headers), Date.now()));
}

/** A change, by its account and by the address it came from. */
export function mayChange(viewer: Viewer, headers: Headers): Limit {
  const byAccount = toLimit(changes(viewer.id, Date.now()));
  return byAccount.ok ? toLimit(changesFromAddress(clientAddress(headers), Date.now())) : byAccount;
}

/** A password that is tried on an account, whether there is such an account or not. */
export function mayTryPassword(headers: Headers, email: string, isKnownDevice: boolean): Limit {
  if (isKnownDevice) return toLimit(devicesTries(email, Date.now()));
  // The account first: what is refused there must not use up what everybody behind the address shares.
  const onAccount = toLimit(strangersTries(email, Date.now()));
  return onAccount.ok ? toLimit(triesFromAddress(clientAddress(headers), Date.now())) : onAccount;
}

/** A mail to an address that somebody has entered. */
export function mayAskForMail(headers: Headers, email: string): Limit {
  const toPerson = toLimit(mailsTo(email, Date.now()));
  return toPerson.ok ? toLimit(mailsFromAddress(clientAddress(headers), Date.now())) : toPerson;
}

/** A token or a code that somebody presents. */
export function mayOpenLink(headers: Headers): Limit {
  return toLimit(linksFromAddress(clientAddress(headers), Date.now()));
}

/** One more document. */
export function mayImport(viewer: Viewer, headers: Headers): Limit {
  const byPerson = toLimit(importsByPerson(viewer.id, Date.now()));
  return byPerson.ok ? toLimit(importsByAddress(clientAddress(headers), Date.now())) : byPerson;
}

/** One more report; those without an account share what their address has. */
export function mayReport(viewer: Viewer | null, headers: Headers): Limit {
  const byPerson = viewer ? toLimit(reportsByPerson(viewer.id, Date.now())) : { ok: true as const };
  return byPerson.ok ? toLimit(reportsByAddress(clientAddress(headers), Date.now())) : byPerson;
}

function toLimit(answer: BucketAnswer): Limit {
  if (answer.ok) return answer;
  return {
    ok: false,
    reason: "too-many",
    headers: { "retry-after": String(answer.retryAfterSeconds) },
  };
}
