import { type FormEvent, useState } from "react";
import { type Reason, type Sent, sendJson } from "./send-json";

type Sending = {
  readonly isPending: boolean;
  readonly reason: Reason | null;
  readonly send: (...parts: Parameters<typeof sendJson>) => Promise<Sent>;
};

/** Sends one thing at a time, and knows whether it is under way and why it was refused. */
export function useSending(): Sending {
  const [isPending, setIsPending] = useState(false);
  const [reason, setReason] = useState<Reason | null>(null);
  return {
    isPending,
    reason,
    async send(...parts) {
      setIsPending(true);
      setReason(null);
      const sent = await sendJson(...parts);
      setIsPending(false);
      if (!sent.ok) setReason(sent.reason);
      return sent;
    },
  };
}

/** What stands in a form's fields, as text; a box that is ticked has a value. */
export function readFields(event: FormEvent<HTMLFormElement>): (name: string) => string {
  event.preventDefault();
  const fields = new FormData(event.currentTarget);
  return (name) => {
    const value = fields.get(name);
    return typeof value === "string" ? value : "";
  };
}
