/** Addresses a link may have: http(s), mailto, a place on the page, or a path on this site. */
export function isSafeLink(href: string): boolean {
  if (hasHiddenCharacters(href)) return false;
  if (/^(https?:\/\/|mailto:)/i.test(href)) return true;
  return isRelative(href);
}

/** Addresses a picture may have: https, or a path from the root of this site. */
export function isSafeImage(src: string): boolean {
  if (hasHiddenCharacters(src)) return false;
  if (/^https:\/\//i.test(src)) return true;
  return src.startsWith("/") && isRelative(src);
}

/** "//host" and "/\host" name another server, and a colon before the first slash names a protocol. */
function isRelative(address: string): boolean {
  if (/^[/\\]{2}/.test(address)) return false;
  return !/^[^/?#]*:/.test(address);
}

// Browsers drop tabs, line feeds and leading control characters: "java\tscript:" runs.
function hasHiddenCharacters(address: string): boolean {
  return [...address].some((character) => character < " " || character === "\u007f");
}
