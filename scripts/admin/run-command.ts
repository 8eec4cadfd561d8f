import { createAccount, findAccount, giveRole, listAccounts } from "@/server/admin/accounts";
import { deleteArticle, listAllArticles, setPublished } from "@/server/admin/articles";
import { addMember, createGroup, listGroups } from "@/server/admin/groups";
import { listTokens, makeToken, revokeToken } from "@/server/tokens/personal-token";
import type { Command } from "./read-command";

const DAY_MS = 24 * 60 * 60 * 1000;

export type RunResult =
  /** What was made or found, a line each: names and values, as they stand in the JSON. */
  | { readonly ok: true; readonly lines: readonly Readonly<Record<string, unknown>>[] }
  | {
      readonly ok: false;
      readonly reason: "no-user" | "no-group" | "no-article" | "no-token" | "email-taken";
    };

/** Does what the command says, on the database that is open. */
export async function runCommand(command: Command): Promise<RunResult> {
  switch (command.command) {
    case "user create": {
      const { email, role, password } = command;
      const name = command.name ?? email.split("@")[0] ?? email;
      const result = await createAccount({ email: email.toLowerCase(), name, role, password });
      if (!result.ok) return result;
      return line({
        ...result.account,
        ...(password === undefined && { password: result.password }),
      });
    }
    case "user list":
      return { ok: true, lines: await listAccounts() };
    case "user role":
      return withUser(command.user, async ({ id }) => line(await giveRole(id, command.role)));
    case "token create":
      return withUser(command.user, async (owner) => {
        const { name, scope, days } = command;
        const expiresAt = days === undefined ? null : new Date(Date.now() + days * DAY_MS);
        return line(await makeToken(owner, { name, scopes: scope, expiresAt }));
      });
    case "token list":
      return withUser(command.user, async (owner) => ({
        ok: true,
        lines: await listTokens(owner),
      }));
    case "token revoke":
      return withUser(command.user, async (owner) =>
        (await revokeToken(owner, command.id))
          ? line({ revoked: command.id })
          : { ok: false, reason: "no-token" },
      );
    case "group create":
      return withUser(command.owner, async ({ id }) =>
        line(await createGroup(command.name, command.description, id)),
      );
    case "group list":
      return { ok: true, lines: await listGroups() };
    case "group add":
      return withUser(command.user, async ({ id }) =>
        (await addMember(command.group, id, command.role))
          ? line({ group: command.group, user: id, role: command.role })
          : { ok: false, reason: "no-group" },
      );
    case "article list":
      return { ok: true, lines: await listAllArticles() };
    case "article publish":
    case "article unpublish": {
      const isPublished = command.command === "article publish";
      const isThere = await setPublished(command.slug, isPublished);
      return isThere
        ? line({ slug: command.slug, isPublished })
        : { ok: false, reason: "no-article" };
    }
    case "article delete":
      return (await deleteArticle(command.slug))
        ? line({ deleted: command.slug })
        : { ok: false, reason: "no-article" };
  }
}

function line(values: Readonly<Record<string, unknown>>): RunResult {
  return { ok: true, lines: [values] };
}

type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

async function withUser(
  user: string,
  act: (account: Account) => Promise<RunResult>,
): Promise<RunResult> {
  const account = await findAccount(user);
  return account ? act(account) : { ok: false, reason: "no-user" };
}
