import { expect, test } from "vitest";
import { turns } from "./turns";

const never = new AbortController().signal;

test("lets one run, and the next when it is done, in the order in which they came", async () => {
  const turn = turns({ atOnce: 1, waiting: 5 });
  const order: string[] = [];
  const first = await turn("anna", never, () => order.push("anna waits"));
  const second = turn("bo", never, () => order.push("bo waits"));
  const third = turn("cleo", never, () => order.push("cleo waits"));
  void second.then((own) => {
    order.push("bo");
    if (own.ok) own.release();
  });
  void third.then(() => order.push("cleo"));
  if (first.ok) first.release();
  await third;
  expect(order).toEqual(["bo waits", "cleo waits", "bo", "cleo"]);
});

test("lets nobody run twice at once, and others pass", async () => {
  const turn = turns({ atOnce: 2, waiting: 5 });
  await turn("anna", never, () => {});
  let isWaiting = false;
  void turn("anna", never, () => {
    isWaiting = true;
  });
  expect(isWaiting).toBe(true);
  expect((await turn("bo", never, () => {})).ok).toBe(true);
});

test("refuses when too many wait, and forgets who gave up", async () => {
  const turn = turns({ atOnce: 1, waiting: 1 });
  await turn("anna", never, () => {});
  const abort = new AbortController();
  const waiting = turn("bo", abort.signal, () => {});
  expect((await turn("cleo", never, () => {})).ok).toBe(false);
  abort.abort();
  expect((await waiting).ok).toBe(false);
  void turn("cleo", never, () => {});
});
