import { expect, test } from "vitest";
import { gathered, shared } from "./gathered";

/** Answers only when it is told to. */
function slow() {
  const asked: (readonly number[])[] = [];
  const ends: (() => void)[] = [];
  const ask = async (numbers: readonly number[]) => {
    asked.push(numbers);
    await new Promise<void>((end) => ends.push(end));
    return numbers.map((number) => number * 2);
  };
  return { asked, ask, end: () => ends.shift()?.() };
}

const moment = () => new Promise((done) => setImmediate(() => setImmediate(done)));

test("those who ask while others are answered are answered together, each with their own", async () => {
  const { asked, ask, end } = slow();
  const double = gathered(ask);
  const first = double(1);
  await moment();
  const second = double(2);
  await moment();
  const rest = [double(3), double(4), double(5)];
  await moment();
  expect(asked).toEqual([[1], [2]]);
  end();
  expect(await first).toBe(2);
  await moment();
  expect(asked).toEqual([[1], [2], [3, 4, 5]]);
  end();
  end();
  expect(await Promise.all([second, ...rest])).toEqual([4, 6, 8, 10]);
});

test("what fails fails for those who asked together, and for nobody after them", async () => {
  let isAway = true;
  const ask = gathered(async (numbers: readonly number[]) => {
    if (isAway) throw new Error("away");
    return numbers;
  });
  await expect(Promise.all([ask(1), ask(2)])).rejects.toThrow("away");
  isAway = false;
  expect(await ask(3)).toBe(3);
});

test("whoever asks for what is being asked already is given what is found after they came", async () => {
  const share = shared<number>();
  let state = 1;
  const ends: (() => void)[] = [];
  const look = async () => {
    const found = state;
    await new Promise<void>((end) => ends.push(end));
    return found;
  };
  const early = share("page", look);
  await moment();
  state = 2;
  const late = [share("page", look), share("page", look)];
  const other = share("another", look);
  await moment();
  expect(ends).toHaveLength(2); // the early one, and that of another key
  ends.shift()?.();
  expect(await early).toBe(1);
  await moment();
  for (const end of ends) end();
  expect(await Promise.all([...late, other])).toEqual([2, 2, 2]);
});

test("one that fails keeps nobody from asking again", async () => {
  const share = shared<number>();
  await expect(share("page", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await share("page", async () => 7)).toBe(7);
});
