import { expect, test } from "vitest";
import { clientAddress } from "./client-address";

process.env.BEHIND_PROXY = "1";

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["198.51.100.1, 203.0.113.9", "203.0.113.9"], // the first is what the sender made up
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:DB8:1:2::7", "2001:db8:1:2"],
  ["2001:db8::7", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
])("of %j the proxy's word is %j", (header, address) => {
  expect(clientAddress(new Headers({ "x-forwarded-for": header }))).toBe(address);
});

test("without the header all are one", () => {
  expect(clientAddress(new Headers())).toBe("");
});
