"use client";

import { useEffect } from "react";
import { sendJson } from "../account/send-json";

type MarkReadProps = {
  /** When the youngest that is shown came. */
  until: string;
};

/** Tells the server that the reader has seen what stands on the page. */
export function MarkRead({ until }: MarkReadProps) {
  useEffect(() => {
    void sendJson("PUT", "/api/notifications", { readUntil: until });
  }, [until]);
  return null;
}
