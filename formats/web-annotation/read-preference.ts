import { type Preference, preferences } from "./vocabulary";

/**
 * How much of a container a client wants (Web Annotation Protocol 4.2; `Prefer` is RFC 7240): `null` where it says nothing
 * that we know. Asked for addresses and descriptions at once, which a client must not do, it is given descriptions.
 */
export function readPreference(prefer: string | null): Preference | null {
  const wanted = new Set((prefer ?? "").slice(0, 2000).split(/[\s",;]+/));
  const order = ["minimal", "descriptions", "iris"] as const;
  return order.find((preference) => wanted.has(preferences[preference])) ?? null;
}
