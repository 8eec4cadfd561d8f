import { isSlug } from "@/core/article/slug";
import type { ImportedTarget } from "@/core/notes/imported-note";

/**
 * The article and side that an address names, on whatever installation it was read: `/de/read/slug/english`. An article
 * that carries the same name here is the one that is meant; whether it is shows in the words. `null` for any other address.
 */
export function readSource(address: string): Pick<ImportedTarget, "slug" | "side"> | null {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const [, slug, layout] = /\/(?:read|articles)\/([^/]+)(?:\/([^/]+))?/.exec(url.pathname) ?? [];
  if (slug === undefined || !isSlug(slug)) return null;
  return { slug, side: sideOf(layout, url.searchParams.get("lang")) };
}

function sideOf(layout: string | undefined, language: string | null): ImportedTarget["side"] {
  if (layout === "german" || language === "de") return "de";
  return layout === "english" || language === "en" ? "en" : null;
}
