/**
 * One form for a number in either notation: "1.000,5" and "1,000.5" give "1000.5", "3,5" and "3.5" give "3.5".
 * A single mark before exactly three digits groups thousands, unless a zero stands before it: "1.000" gives "1000".
 */
export function canonicalNumber(digits: string): string {
  const lastComma = digits.lastIndexOf(",");
  const lastStop = digits.lastIndexOf(".");
  if (lastComma >= 0 && lastStop >= 0) {
    const grouping = lastComma > lastStop ? "." : ",";
    return digits.replaceAll(grouping, "").replace(",", ".");
  }
  if (/^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(digits)) return digits.replace(/[.,]/g, "");
  return digits.replace(",", ".");
}
