import { Agent, get } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 100 });

/**
 * How long an answer takes in milliseconds, until its last byte is there as it came over the wire: fifty readers unpack their pages on fifty
 * machines, so that the one that measures does not unpack them.
 */
export function readAnswer(url: string, headers: Record<string, string>): Promise<number> {
  const begun = performance.now();
  return new Promise((done, fail) => {
    const request = get(
      url,
      { agent, headers: { ...headers, "accept-encoding": "gzip, deflate, br" } },
      (response) => {
        response.on("end", () => {
          if (response.statusCode === 200) done(performance.now() - begun);
          else fail(new Error(`Not listed: ${response.statusCode}`));
        });
        response.on("error", fail);
        response.resume();
      },
    );
    request.on("error", fail);
  });
}
