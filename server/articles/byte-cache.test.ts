import { expect, test } from "vitest";
import { byteCache } from "./byte-cache";

test("gives back what was put in", () => {
  const cache = byteCache<string>(10);
  cache.set("a", "A", 4);
  expect(cache.get("a")).toBe("A");
  expect(cache.get("b")).toBeUndefined();
});

test("forgets what was unused longest when it is full", () => {
  const cache = byteCache<string>(10);
  cache.set("a", "A", 4);
  cache.set("b", "B", 4);
  cache.get("a");
  cache.set("c", "C", 4);
  expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual(["A", undefined, "C"]);
});

test("what is larger than the cache is not kept and pushes nothing out", () => {
  const cache = byteCache<string>(10);
  cache.set("a", "A", 4);
  cache.set("huge", "H", 11);
  expect([cache.get("a"), cache.get("huge")]).toEqual(["A", undefined]);
});

test("a value that is put in again counts once", () => {
  const cache = byteCache<string>(10);
  for (let time = 0; time < 5; time += 1) cache.set("a", `A${time}`, 4);
  cache.set("b", "B", 6);
  expect([cache.get("a"), cache.get("b")]).toEqual(["A4", "B"]);
});
