import type { Rule } from "./rule";

/**
 * A name for a finding by what it is about: 16 hexadecimal digits of a 64-bit FNV-1a hash over the rule and the texts concerned, white space folded.
 * Not for secrets; a collision would hide one finding behind the dismissal of another.
 */
export function findingKey(rule: Rule, texts: readonly string[]): string {
  const folded = texts.map((text) => text.replace(/\s+/gu, " ").trim());
  let hash = 0xcbf29ce484222325n;
  for (const byte of codeUnits([rule, ...folded].join("\u0000"))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
}

function codeUnits(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}
