// The package brings no types of its own.
type HyphenateSync = (
  text: string,
  options: { readonly hyphenChar: string; readonly minWordLength: number },
) => string;

declare module "hyphen/de-1996" {
  export const hyphenateSync: HyphenateSync;
}

declare module "hyphen/en-gb" {
  export const hyphenateSync: HyphenateSync;
}
