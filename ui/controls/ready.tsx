"use client";

import { useLayoutEffect } from "react";

/** Says that buttons and forms are heard from now on: `app/early.js` then does what was pressed too soon. */
export function Ready() {
  // not a moment later: what is heard by the page must not be held as well
  useLayoutEffect(() => {
    window.dispatchEvent(new Event("ready"));
  }, []);
  return null;
}
