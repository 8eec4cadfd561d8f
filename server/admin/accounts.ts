import "server-only";
import { randomBytes } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { z } from "zod";
import { type Role, roles } from "@/core/viewer/viewer";
import { db } from "../db";

const newAccountSchema = z.strictObject({
  email: z.email().max(200).toLowerCase(),
  name: z.string().trim().min(1).max(100),
  role: z.enum(roles),
  /** Made up where none is given. */
  password: z.string().min(8).max(128).optional(),
});
type NewAccount = z.infer<typeof newAccountSchema>;

export type Account = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
};

const columns = { id: true, email: true, name: true, role: true } as const;

export type CreateResult =
  | { readonly ok: true; readonly account: Account; readonly password: string }
  | { readonly ok: false; readonly reason: "email-taken" };

/** Makes an account with a password; the operator vouches for its address. */
export async function createAccount(input: NewAccount): Promise<CreateResult> {
  const { email, name, role } = input;
  if (await db().user.findUnique({ where: { email }, select: { id: true } }))
    return { ok: false, reason: "email-taken" };
  const password = input.password ?? randomBytes(12).toString("base64url");
  const id = randomBytes(24).toString("base64url");
  const credential = {
    id: randomBytes(24).toString("base64url"),
    accountId: id,
    providerId: "credential",
    password: await hashPassword(password),
  };
  const data = { id, email, name, role, emailVerified: true, isAnonymous: false };
  const account = await db().user.create({
    data: { ...data, accounts: { create: credential } },
    select: columns,
  });
  return { ok: true, account, password };
}

/** Everybody with an address of their own, by address. */
export async function listAccounts(): Promise<readonly Account[]> {
  return db().user.findMany({
    where: { isAnonymous: { not: true } },
    orderBy: { email: "asc" },
    select: columns,
  });
}

/** By address or id; `null` where there is no such account. */
export async function findAccount(user: string): Promise<Account | null> {
  return db().user.findFirst({
    where: { OR: [{ id: user }, { email: user.toLowerCase() }] },
    select: columns,
  });
}

export async function giveRole(id: string, role: Role): Promise<Account> {
  return db().user.update({ where: { id }, data: { role }, select: columns });
}
