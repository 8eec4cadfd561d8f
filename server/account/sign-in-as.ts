import "server-only";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

/**
 * Our part of better-auth: begins a session for a person who proved who they are in a way of our own (a recovery code).
 * `serverOnly`: no request reaches it, only code of the server.
 */
export function signInAsPlugin() {
  return {
    id: "zwiesprache-sign-in-as",
    endpoints: {
      signInAs: createAuthEndpoint.serverOnly(
        { method: "POST", body: z.object({ userId: z.string(), isShared: z.boolean() }) },
        async (context) => {
          const { internalAdapter } = context.context;
          const { userId, isShared } = context.body;
          const user = await internalAdapter.findUserById(userId);
          const session = user && (await internalAdapter.createSession(userId, isShared));
          if (!session) return context.json({ isSignedIn: false });
          await setSessionCookie(context, { session, user }, isShared);
          return context.json({ isSignedIn: true });
        },
      ),
    },
  };
}
