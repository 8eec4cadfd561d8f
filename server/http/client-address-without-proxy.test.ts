import { expect, test } from "vitest";
import { clientAddress } from "./client-address";

test("without a proxy nobody gets a bucket of their own by writing an address into a header", () => {
  const one = clientAddress(new Headers({ "x-forwarded-for": "203.0.113.9" }));
  const other = clientAddress(new Headers({ "x-forwarded-for": "203.0.113.10" }));
  expect(one).toBe(other);
});
