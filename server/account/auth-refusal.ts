import "server-only";
import { APIError } from "better-auth";
import { type ProblemReason, type Refusal, refusal } from "../http/problem-reason";

const reasons: Readonly<Record<string, ProblemReason>> = {
  INVALID_EMAIL_OR_PASSWORD: "wrong-credentials",
  INVALID_PASSWORD: "wrong-credentials",
  CREDENTIAL_ACCOUNT_NOT_FOUND: "wrong-credentials",
  EMAIL_NOT_VERIFIED: "address-unproven",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "address-taken",
  INVALID_TOKEN: "link-invalid",
  TOKEN_EXPIRED: "link-invalid",
  USER_NOT_FOUND: "link-invalid",
};

/** Asks better-auth; what it refuses becomes one of our reasons, and anything else is thrown on. */
export async function orRefusal<Value>(asking: Promise<Value>): Promise<Value | Refusal> {
  try {
    return await asking;
  } catch (error) {
    const code = error instanceof APIError ? error.body?.code : undefined;
    const reason = code === undefined ? undefined : reasons[code];
    if (isRedirect(error)) return refusal("link-invalid");
    if (!reason) throw error;
    return refusal(reason);
  }
}

/** A redirect to an address with an error is how the magic link says no; it comes from the library below. */
function isRedirect(error: unknown): boolean {
  return error instanceof Error && "statusCode" in error && error.statusCode === 302;
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "ok" in value && value.ok === false;
}
