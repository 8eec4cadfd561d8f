import "server-only";
import de from "@/messages/de.json";
import en from "@/messages/en.json";
import { isUnavailable } from "../is-unavailable";
import { problemStatus, type Refusal, refusal } from "./problem-reason";
import { requestLanguage } from "./request-language";

const titles = { de: de.Problem, en: en.Problem };

/**
 * Runs a route handler. What it refuses becomes `application/problem+json` (RFC 9457) in the reader's language; so does
 * a database that cannot be reached. Nothing is stored by caches unless the handler says so.
 */
export async function answer(
  request: Request,
  handle: () => Promise<Response | Refusal>,
): Promise<Response> {
  const answered = isName(request) ? handle() : Promise.resolve(refusal("not-found"));
  const result = await answered.catch((error: unknown) => {
    if (!isUnavailable(error)) throw error;
    console.error(`The database cannot be reached: ${lastLine(error)}`);
    return refusal("unavailable");
  });
  const response = result instanceof Response ? result : toProblem(request, result);
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  return response;
}

/** PostgreSQL cannot be asked for a name with NUL in it, and nothing here has one. */
function isName({ url }: Request): boolean {
  return !/%00/.test(new URL(url).pathname);
}

function toProblem(request: Request, { reason, extra, headers }: Refusal): Response {
  const language = requestLanguage(request);
  const status = problemStatus[reason];
  const body = { type: "about:blank", status, reason, title: titles[language][reason], ...extra };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "content-language": language,
      vary: "accept-language",
      ...headers,
    },
  });
}

/** Prisma's messages begin with the source around the call and end with what went wrong. */
function lastLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split("\n").at(-1) ?? "";
}
