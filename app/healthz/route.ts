import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { isDatabaseReady } from "@/server/is-database-ready";

export function GET(request: Request) {
  return answer(request, async () =>
    (await isDatabaseReady()) ? Response.json({ status: "ok" }) : refusal("unavailable"),
  );
}
