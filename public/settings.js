// Runs before the first paint, so that a chosen theme never flashes. Without a choice the system decides (globals.css).
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // storage may be forbidden: the system's theme it is
}
