import { expect, openArticle, test } from "../fixtures";

const themes = ["light", "dark", "sepia"] as const;
const colours = ["yellow", "green", "blue", "pink"] as const;

type Pair = readonly [text: string, ground: string, least: number];

/** What is read on what, by role: text 4.5, marks that carry a meaning 3. */
const pairs: readonly Pair[] = [
  ...on("ink", ["paper", "surface", "lit", "lit-strong", "accent-wash"], 4.5),
  ...on("ink-soft", ["paper", "surface"], 4.5),
  ...on("accent", ["paper", "surface", "accent-wash"], 4.5),
  ...on("accent-ink", ["accent"], 4.5),
  ...on("danger", ["paper", "surface"], 4.5),
  ...on("sure", ["paper"], 3),
  ...on("doubt", ["paper"], 3),
  ...on("line-strong", ["paper"], 3),
  ...colours.flatMap((colour) => [
    ...on("ink", [`highlight-${colour}`], 4.5),
    ...on(`highlight-${colour}-mark`, ["paper"], 3),
  ]),
];

for (const theme of themes) {
  test(`in the ${theme} theme every text role is readable on every ground and highlight`, {
    tag: theme === "light" ? [] : "@slow",
  }, async ({ page, article }) => {
    await page.addInitScript((name) => {
      localStorage.setItem("settings", JSON.stringify({ theme: name }));
    }, theme);
    await openArticle(page, article);
    const found = await page.evaluate((wanted) => {
      const canvas = document
        .createElement("canvas")
        .getContext("2d", { willReadFrequently: true });
      const probe = document.createElement("span");
      document.body.append(probe);
      const luminance = (role: string) => {
        probe.style.color = `var(--${role})`;
        if (!canvas) throw new Error("No canvas");
        canvas.fillStyle = getComputedStyle(probe).color;
        canvas.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
          const part = value / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      return wanted.map(([text, ground]) => {
        const [low = 0, high = 0] = [luminance(text), luminance(ground)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
      });
    }, pairs);
    const weak = pairs
      .map(([text, ground, least], index) => ({ text, ground, least, is: found[index] ?? 0 }))
      .filter(({ least, is }) => is < least)
      .map(({ text, ground, least, is }) => `${text} on ${ground}: ${is.toFixed(2)} < ${least}`);
    expect(weak).toEqual([]);
    expect(new Set(found).size).toBeGreaterThan(10); // colours were found at all
  });
}

function on(text: string, grounds: readonly string[], least: number): readonly Pair[] {
  return grounds.map((ground) => [text, ground, least] as const);
}
