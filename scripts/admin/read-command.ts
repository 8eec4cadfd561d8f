import { parseArgs } from "node:util";
import { z } from "zod";
import { isSlug } from "@/core/article/slug";
import { groupRoles } from "@/core/audience/access";
import { tokenScopes } from "@/core/viewer/token-scopes";
import { roles } from "@/core/viewer/viewer";

const user = z.string().min(1).max(200);
const text = z.string().trim().min(1).max(100);
const slug = z.string().refine(isSlug);
const days = z.coerce.number().int().min(1).max(3650);
/** `--scope a --scope b`, or `--scope a,b`. */
const scopes = z
  .array(z.string())
  .min(1)
  .transform((values) => values.flatMap((value) => value.split(/[\s,]+/)).filter(Boolean))
  .pipe(z.array(z.enum(tokenScopes)).min(1));

/** Every command of `npm run admin`, with what it takes. */
const commandSchema = z.discriminatedUnion("command", [
  z.strictObject({
    command: z.literal("user create"),
    email: z.email().max(200),
    name: text.optional(),
    role: z.enum(roles).default("reader"),
    password: z.string().min(8).max(128).optional(),
  }),
  z.strictObject({ command: z.literal("user list") }),
  z.strictObject({ command: z.literal("user role"), user, role: z.enum(roles) }),
  z.strictObject({
    command: z.literal("token create"),
    user,
    scope: scopes,
    name: text.default("npm run admin"),
    days: days.optional(),
  }),
  z.strictObject({ command: z.literal("token list"), user }),
  z.strictObject({ command: z.literal("token revoke"), user, id: z.uuid() }),
  z.strictObject({
    command: z.literal("group create"),
    name: text,
    owner: user,
    description: z.string().max(1000).default(""),
  }),
  z.strictObject({ command: z.literal("group list") }),
  z.strictObject({
    command: z.literal("group add"),
    group: z.uuid(),
    user,
    role: z.enum(groupRoles).default("member"),
  }),
  z.strictObject({ command: z.literal("article list") }),
  z.strictObject({ command: z.literal("article publish"), slug }),
  z.strictObject({ command: z.literal("article unpublish"), slug }),
  z.strictObject({ command: z.literal("article delete"), slug }),
]);
export type Command = z.infer<typeof commandSchema>;

export type CommandResult =
  | { readonly ok: true; readonly command: Command; readonly isJson: boolean }
  /** `option`: which one is missing or wrong; `null` where the command itself is unknown. */
  | { readonly ok: false; readonly option: string | null; readonly isJson: boolean };

const string = { type: "string" } as const;
const options = {
  email: string,
  name: string,
  role: string,
  password: string,
  user: string,
  scope: { type: "string", multiple: true },
  days: string,
  id: string,
  owner: string,
  description: string,
  group: string,
  slug: string,
  json: { type: "boolean" },
} as const;

/** Reads what stands after `npm run admin --`: two words, options, and for articles the slug as it is. */
export function readCommand(argv: readonly string[]): CommandResult {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const { json, ...rest } = values;
  const isJson = json === true;
  const unknown = tokens.find(
    (token) => token.kind === "option" && !Object.hasOwn(options, token.name),
  );
  if (unknown?.kind === "option") return { ok: false, option: unknown.rawName, isJson };

  const [noun, verb, object, ...more] = positionals;
  if (more[0] !== undefined) return { ok: false, option: more[0], isJson };
  const named = object === undefined ? {} : { [noun === "token" ? "id" : "slug"]: object };
  const parsed = commandSchema.safeParse({ command: `${noun} ${verb}`, ...rest, ...named });
  if (parsed.success) return { ok: true, command: parsed.data, isJson };
  const [issue] = parsed.error.issues;
  const key = issue?.code === "unrecognized_keys" ? issue.keys[0] : issue?.path[0];
  const isCommand = key === undefined || key === "command";
  return { ok: false, option: isCommand ? null : `--${String(key)}`, isJson };
}
