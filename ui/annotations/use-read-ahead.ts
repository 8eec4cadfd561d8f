import { useEffect } from "react";
import { languages } from "@/core/article/language";
import type { ReadingSides } from "./reading-sides";

/** Reads both sides, one after the other, while the page waits for its annotations: when they come, they are painted. */
export function useReadAhead(sides: ReadingSides): void {
  useEffect(() => {
    const timers = languages.map((language) => setTimeout(() => sides.current(language)));
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [sides]);
}
