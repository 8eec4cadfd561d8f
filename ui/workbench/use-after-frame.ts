import { startTransition, useEffect, useState } from "react";
import { afterFrame } from "../controls/after-frame";

/**
 * A value as it was when the last frame was shown. What follows from a whole article of thousands of rows is worked out
 * from it: a deferred value may be taken up before the frame that answers a key, this one is not.
 */
export function useAfterFrame<Value extends object>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => afterFrame(() => startTransition(() => setSettled(value))), [value]);
  return settled;
}
