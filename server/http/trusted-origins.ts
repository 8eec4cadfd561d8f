import "server-only";

const loopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

/** The origins a page of this installation can have: the public address; where that is this machine, all its names. */
export function trustedOrigins(publicUrl: URL): readonly string[] {
  if (!loopbackHosts.includes(publicUrl.hostname)) return [publicUrl.origin];
  return loopbackHosts.map((hostname) => {
    const url = new URL(publicUrl);
    url.hostname = hostname;
    return url.origin;
  });
}
