/** The months in calendar order, by the first three letters without diacritics, German and English. */
const monthStarts = [
  ["jan"],
  ["feb"],
  ["mar", "mär"],
  ["apr"],
  ["mai", "may"],
  ["jun"],
  ["jul"],
  ["aug"],
  ["sep"],
  ["okt", "oct"],
  ["nov"],
  ["dez", "dec"],
];

/** The calendar date in a dateline, as ISO 8601, or null where the year is missing or day and month could be exchanged. */
export function isoDate(dateline: string): string | null {
  const iso = /\d{4}-\d{2}-\d{2}/u.exec(dateline)?.[0];
  if (iso) return validDate(iso.slice(0, 4), iso.slice(5, 7), iso.slice(8));
  const numeric = /(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})/u.exec(dateline);
  if (numeric) return validDate(numeric[3], numeric[2], numeric[1]);
  const year = /\b\d{4}\b/u.exec(dateline)?.[0];
  const day = /(?<!\d)\d{1,2}(?!\d)/u.exec(dateline)?.[0];
  const month = [...dateline.matchAll(/\p{L}{3,}/gu)]
    .map(([word]) => monthNumber(word))
    .find((number) => number > 0);
  return month ? validDate(year, String(month), day) : null;
}

function monthNumber(word: string): number {
  const start = word.slice(0, 3).toLowerCase();
  return monthStarts.findIndex((starts) => starts.includes(start)) + 1;
}

function validDate(year = "", month = "", day = ""): string | null {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // "2025-02-30" would roll over into March.
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
  return isReal ? iso : null;
}
