import { loadMenu } from "@/server/account/menu";
import { answer } from "@/server/http/answer";
import { currentViewer } from "@/server/viewer";

export function GET(request: Request) {
  return answer(request, async () => Response.json(await loadMenu(await currentViewer(request))));
}
