// Runs before the first paint, so that nothing a reader has chosen flashes: each setting becomes a data attribute of the
// page. Names and values are those of ui/reader/reading-settings.ts; what is not chosen is left to the style sheets.
try {
  const chosen = JSON.parse(localStorage.getItem("settings") || "{}");
  for (const name of ["theme", "size", "measure", "leading", "hyphens", "margin"]) {
    const value = chosen[name];
    if (
      typeof value === "string" &&
      /^[a-z]{1,10}$/.test(value) &&
      value !== "medium" &&
      value !== "system"
    ) {
      document.documentElement.dataset[name] = value;
    }
  }
} catch {
  // storage may be forbidden or broken: everything stays as it is for a first visit
}
