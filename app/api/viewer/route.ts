import { answer } from "@/server/http/answer";
import { renewSession } from "@/server/viewer";

export function GET(request: Request) {
  return answer(request, async () => {
    const { viewer, headers } = await renewSession(request);
    return Response.json({ viewer }, { headers });
  });
}
