/** The words of an export that people read, in the language of the interface. */
export type ExportWords = {
  readonly language: string;
  readonly title: string;
  readonly languages: { readonly de: string; readonly en: string };
  readonly tags: string;
  readonly audience: string;
  readonly audiences: Readonly<Record<"me" | "group" | "link" | "public", string>>;
  readonly replies: string;
  readonly resolved: string;
  readonly orphaned: string;
  readonly somebody: string;
};
