type Sending = {
  readonly cookie?: string;
  /** Sent as JSON; a string as it is. */
  readonly body?: unknown;
  /** Joined to, or put in place of, what a page of ours sends; `null` leaves a header out. */
  readonly headers?: Readonly<Record<string, string | null>>;
};

const origin = "http://localhost:3000";

/** A request as the browser sends it from a page of ours. */
export function send(method: string, path: string, sending: Sending = {}): Request {
  const { cookie, body, headers = {} } = sending;
  const request = new Headers();
  if (method !== "GET") request.set("origin", origin);
  if (cookie !== undefined) request.set("cookie", cookie);
  if (body !== undefined) request.set("content-type", "application/json");
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) request.delete(name);
    else request.set(name, value);
  }
  const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
  return new Request(new URL(path, origin), { method, headers: request, body: text });
}
