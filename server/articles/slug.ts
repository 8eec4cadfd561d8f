import "server-only";

const MAX_LENGTH = 100;

/** Whether a text can name an article in an address and a folder: "rohstoff-diplomatie-2". */
export function isSlug(text: string): boolean {
  return text.length <= MAX_LENGTH && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
