import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { streamFor } from "@/server/live/stream-for";
import { currentViewer } from "@/server/viewer";

export function GET(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:read");
    const stream = await streamFor(viewer, request);
    if (!stream) return refusal("not-found");
    return new Response(stream, {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store, no-transform", // compressed, it would arrive when a block is full
        "x-accel-buffering": "no",
      },
    });
  });
}
