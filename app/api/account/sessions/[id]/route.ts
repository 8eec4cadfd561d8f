import { z } from "zod";
import { endSession } from "@/server/account/sessions";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readForm } from "@/server/http/read-form";
import { currentViewer } from "@/server/viewer";

type Context = { params: Promise<{ id: string }> };

export function DELETE(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readForm(request, z.strictObject({}));
    if (!input.ok) return input;

    const { id } = await params;
    return (await endSession(viewer, id)) ? Response.json({}) : refusal("not-found");
  });
}
