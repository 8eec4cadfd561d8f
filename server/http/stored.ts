import "server-only";
import type { Applied } from "../annotations/apply-once";

/** Answers with what was read or written, and its revision as the ETag. */
export function stored({ status, body }: Pick<Applied, "status" | "body">): Response {
  return Response.json(body, { status, headers: { etag: `"${body.revision}"` } });
}
