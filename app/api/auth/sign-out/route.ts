import { z } from "zod";
import { signOut } from "@/server/account/sessions";
import { answer } from "@/server/http/answer";
import { readForm } from "@/server/http/read-form";

export function POST(request: Request) {
  return answer(request, async () => {
    const input = await readForm(request, z.strictObject({}));
    if (!input.ok) return input;

    return Response.json({}, { headers: await signOut(request.headers) });
  });
}
