import { expect, test } from "vitest";
import { readCommand } from "./read-command";

const cases = [
  [
    "user create --email Anna@Example.org --role editor",
    { command: "user create", email: "Anna@Example.org", role: "editor" },
  ],
  [
    "token create --user anna@example.org --scope annotations:read --scope annotations:write",
    {
      command: "token create",
      user: "anna@example.org",
      scope: ["annotations:read", "annotations:write"],
      name: "npm run admin",
    },
  ],
  [
    "token create --user a@b.de --scope annotations:read,annotations:write --days 30",
    {
      command: "token create",
      user: "a@b.de",
      scope: ["annotations:read", "annotations:write"],
      name: "npm run admin",
      days: 30,
    },
  ],
  ["article publish elf-minuten", { command: "article publish", slug: "elf-minuten" }],
] as const;

test.each(cases)("%s", (line, command) => {
  expect(readCommand(line.split(" "))).toEqual({ ok: true, isJson: false, command });
});

const wrong = [
  ["", null],
  ["user", null],
  ["user dance", null],
  ["user create", "--email"],
  ["user create --email nonsense", "--email"],
  ["user create --email a@b.de --role king", "--role"],
  ["user create --email a@b.de --days 3", "--days"],
  ["user list --loud", "--loud"],
  ["token create --user a@b.de --scope everything", "--scope"],
  ["article publish Elf", "--slug"],
  ["article publish elf minuten", "minuten"],
] as const;

test.each(wrong)("names what is wrong with %j", (line, option) => {
  const argv = line.split(" ").filter(Boolean);
  expect(readCommand(argv)).toEqual({ ok: false, isJson: false, option });
});
