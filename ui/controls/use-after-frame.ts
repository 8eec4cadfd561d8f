import { startTransition, useEffect, useState } from "react";
import { afterFrame } from "./after-frame";

/**
 * A value as it was when the last frame was shown. What follows from a whole article of thousands of rows is worked out
 * from it: a deferred value may be taken up before the frame that answers a key, this one is not. Until the first frame
 * it is `before`.
 */
export function useAfterFrame<Value extends object>(value: Value, before: Value = value): Value {
  const [settled, setSettled] = useState(before);
  useEffect(() => afterFrame(() => startTransition(() => setSettled(value))), [value]);
  return settled;
}
