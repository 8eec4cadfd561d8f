import "server-only";
import { env } from "./env";

type PageAddresses = {
  readonly languages: { readonly de: string; readonly en: string; readonly "x-default": string };
};

/** Where a page stands in each language of the interface (`hreflang`), for its path without one: "/read/elf-minuten". */
export function pageAddresses(path: string): PageAddresses {
  const at = (locale: string) => new URL(`/${locale}${path}`, env().PUBLIC_URL).href;
  return { languages: { de: at("de"), en: at("en"), "x-default": at("de") } };
}
