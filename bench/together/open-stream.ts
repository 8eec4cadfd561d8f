import { Agent, get } from "node:http";
import { z } from "zod";

const messageSchema = z.object({ annotationId: z.string().optional() });

export type OpenStream = { readonly close: () => void };

/** A reader's stream of what happens on an article; `onNote` is told when a note is announced. */
export function openStream(
  url: string,
  slug: string,
  onNote: (annotationId: string) => void,
): Promise<OpenStream> {
  return new Promise((resolve, reject) => {
    const agent = new Agent({ keepAlive: false });
    const request = get(`${url}/api/live?article=${slug}`, { agent }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
        const blocks = text.split("\n\n");
        text = blocks.pop() ?? "";
        for (const block of blocks) {
          if (block.includes("event: ready")) resolve({ close: () => request.destroy() });
          const data = /^data: (.*)$/m.exec(block)?.[1];
          const id = data && messageSchema.safeParse(JSON.parse(data)).data?.annotationId;
          if (id) onNote(id);
        }
      });
      response.on("error", () => {}); // destroyed when it is closed
    });
    request.on("error", reject);
  });
}
