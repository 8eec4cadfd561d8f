/** Where to go once somebody is signed in: a page of this site that the address names, or the library. */
export function nextPath(search: string, locale: string): string {
  const wanted = new URLSearchParams(search).get("next") ?? "";
  return isOwnPath(wanted) ? wanted : `/${locale}`;
}

/** "//elsewhere" and "/\elsewhere" lead to other sites, and an address can hold what is not seen. */
function isOwnPath(path: string): boolean {
  return /^\/(?:de|en)(?:[/?#][^\s\\]*)?$/.test(path) && !path.includes("//");
}
