/**
 * The writer of JSX escapes the quote only, but a reader decodes every character reference, and inside a table a bar
 * ends the cell.
 */
export function escapeAttribute(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/\|/g, "&#x7C;");
}
