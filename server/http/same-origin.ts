import "server-only";
import { env } from "../env";
import { trustedOrigins } from "./trusted-origins";

/** Whether a page of this installation sent the request. Browsers let no page set either header itself. */
export function isSameOrigin(request: Pick<Request, "headers">): boolean {
  const origin = request.headers.get("origin");
  if (origin !== null) return trustedOrigins(env().PUBLIC_URL).includes(origin);
  return request.headers.get("sec-fetch-site") === "same-origin";
}
