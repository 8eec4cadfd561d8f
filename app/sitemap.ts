import type { MetadataRoute } from "next";
import { routing } from "@/i18n/routing";
import { listArticles } from "@/server/articles/list-articles";
import { pageAddresses } from "@/server/page-addresses";

// Asked for now and then by machines, and different with every article: nothing to make at build time.
export const dynamic = "force-dynamic";

/** Every page that is open to everybody, under both languages, each naming the other. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const articles = await listArticles(null);
  const paths = ["", "/about", ...articles.map(({ slug }) => `/read/${slug}`)];
  return paths.flatMap((path) => {
    const { languages } = pageAddresses(path);
    return routing.locales.map((locale) => ({
      url: languages[locale],
      alternates: { languages },
    }));
  });
}
