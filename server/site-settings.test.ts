import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

/** The settings are read once in each process, so every test reads them anew. */
async function settingsWith(variables: Record<string, string>) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  return import("./site-settings");
}

const complete = {
  OPERATOR_NAME: "Volkshochschule Musterstadt",
  OPERATOR_ADDRESS: "Lindenstraße 4; 12345 Musterstadt ;",
  OPERATOR_EMAIL: "lesen@vhs.example",
};

test("an operator who gave name, address and email misses nothing", async () => {
  const { siteOperator } = await settingsWith(complete);
  expect(siteOperator()).toEqual({
    name: "Volkshochschule Musterstadt",
    addressLines: ["Lindenstraße 4", "12345 Musterstadt"],
    email: "lesen@vhs.example",
    phone: null,
    missing: [],
  });
});

test("an address may come in lines of its own", async () => {
  const { siteOperator } = await settingsWith({ OPERATOR_ADDRESS: "Lindenstraße 4\n12345 Ort" });
  expect(siteOperator().addressLines).toEqual(["Lindenstraße 4", "12345 Ort"]);
});

test("a variable that is empty counts as missing", async () => {
  const { siteOperator } = await settingsWith({ ...complete, OPERATOR_EMAIL: " " });
  expect(siteOperator().email).toBeNull();
  expect(siteOperator().missing).toEqual(["OPERATOR_EMAIL"]);
});

test("without any settings all three are missing", async () => {
  const { siteOperator } = await settingsWith({});
  expect(siteOperator().missing).toEqual(Object.keys(complete));
});

test("an email address that is none is named, with its variable", async () => {
  const { siteOperator } = await settingsWith({ ...complete, OPERATOR_EMAIL: "lesen at vhs" });
  expect(siteOperator).toThrow(/OPERATOR_EMAIL/);
});

test.each([
  ["development", true],
  ["production", false],
  ["test", false],
])("in %s the style guide is shown: %s", async (NODE_ENV, isShown) => {
  const { showsStyleguide } = await settingsWith({ NODE_ENV });
  expect(showsStyleguide()).toBe(isShown);
});
