import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { directRoute } from "@/server/http/handle-directly";
import { answerReadingPage } from "@/server/pages/answer-reading-page";
import { readingPages } from "@/server/pages/reading-pages";
import * as annotation from "./api/annotations/[id]/route";
import * as annotations from "./api/articles/[slug]/annotations/route";

export { securityHeaders } from "@/server/http/security-headers";

/** Answers a request, or gives back `false` and leaves it to Next.js. */
export type AnswerDirectly = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<boolean>;

const routes = [
  directRoute(/^\/api\/articles\/([^/]+)\/annotations$/, "slug", { GET: annotations.GET }),
  directRoute(/^\/api\/annotations\/([^/]+)$/, "id", {
    PUT: annotation.PUT,
    DELETE: annotation.DELETE,
  }),
];

// Our own question to Next.js, which must not be answered with what it is asked for.
const throughNext = "x-through-next";

/** What is asked for so often, or answered so fast, that Next.js would be most of the work: docs/decisions/015. */
export function directAnswers(port: number): AnswerDirectly {
  const word = randomUUID();
  const pages = readingPages((path) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { [throughNext]: word, "accept-encoding": "identity" },
      redirect: "manual",
    }),
  );
  return async (request, response) => {
    if (request.headers[throughNext] === word) return false;
    for (const route of routes) if (await route(request, response)) return true;
    return answerReadingPage(request, response, pages);
  };
}
