import { defineRouting } from "next-intl/routing";

/** The interface speaks German and English; every page stands under one of them. */
export const routing = defineRouting({
  locales: ["de", "en"],
  defaultLocale: "de",
  localePrefix: "always",
  localeCookie: false, // pages are the same for every viewer: no cookie on a page's answer
  alternateLinks: false,
});

export type Locale = (typeof routing.locales)[number];
