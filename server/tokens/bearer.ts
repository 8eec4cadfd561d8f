import "server-only";
import { coversScope, type TokenScope } from "@/core/viewer/token-scopes";
import type { Viewer } from "@/core/viewer/viewer";
import { viewerOf } from "../session-user";
import { findToken } from "./personal-token";

/**
 * Whether a program sent the request, with a token. Its cookies count for nothing then, so no other site can have made
 * it. Other kinds of authorization are a proxy's, and browsers send them along by themselves.
 */
export function hasBearer(request: Request): boolean {
  return /^bearer /i.test(request.headers.get("authorization") ?? "");
}

/** Who asks, by the token of `Authorization: Bearer …`; `null` where it is not valid or does not reach as far as the scope. */
export async function bearerViewer(request: Request, scope: TokenScope): Promise<Viewer | null> {
  const token = /^Bearer +([\w-]+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const found = token ? await findToken(token) : null;
  return found && coversScope(found.scopes, scope) ? viewerOf(found.owner) : null;
}
