import { useEffect, useState } from "react";
import { type PersonalMenu, personalMenuSchema } from "@/core/account/personal-menu";

const nobody: PersonalMenu = { person: null, unread: 0, moderates: false };

/** Who is here, asked for once the page has nothing better to do, and again whenever the menu opens. */
export function usePersonalMenu(): { readonly menu: PersonalMenu; readonly refresh: () => void } {
  const [menu, setMenu] = useState(nobody);

  async function refresh() {
    const loaded = await load();
    if (loaded) setMenu(loaded);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once; what it closes over never changes
  useEffect(() => {
    const whenIdle = globalThis.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 500));
    const waiting = whenIdle(() => void refresh());
    return () => (globalThis.cancelIdleCallback ?? clearTimeout)(waiting);
  }, []);

  return { menu, refresh: () => void refresh() };
}

async function load(): Promise<PersonalMenu | null> {
  try {
    const response = await fetch("/api/account/menu", { cache: "no-store" });
    return response.ok ? personalMenuSchema.parse(await response.json()) : null;
  } catch {
    return null; // without a connection the menu stays what it was
  }
}
