/** What can be done in the workbench, with its keys; each is a key of `Workbench.act` in messages. */
export const workActs = {
  next: ["j", "ArrowDown"],
  previous: ["k", "ArrowUp"],
  cross: ["g", "ArrowLeft", "ArrowRight"],
  nextOpen: ["n"],
  extendDown: ["Shift+j", "Shift+ArrowDown"],
  extendUp: ["Shift+k", "Shift+ArrowUp"],
  mark: ["x"],
  cancel: ["Escape"],
  verify: ["v"],
  review: ["r"],
  reopen: ["o"],
  lock: ["b"],
  edit: ["e", "Enter"],
  head: ["Shift+e"],
  insert: ["i"],
  remove: ["Delete"],
  cut: ["t"],
  mergeSentences: ["z"],
  moveUp: ["Alt+ArrowUp"],
  moveDown: ["Alt+ArrowDown"],
  mergeRows: ["m"],
  splitRow: ["s"],
  link: ["l"],
  unlink: ["u"],
  swap: ["w"],
  pin: ["p"],
  realignHere: ["a"],
  realignAll: ["Shift+a"],
  find: ["f"],
  nextFinding: ["."],
  previousFinding: [","],
  fix: ["c"],
  dismiss: ["d"],
  findings: ["h"],
  comment: ["y"],
  undo: ["Control+z"],
  redo: ["Control+y", "Control+Shift+z"],
  save: ["Control+s"],
  keys: ["?"],
} as const satisfies Record<string, readonly string[]>;

export type WorkAct = keyof typeof workActs;

/** Acts that change nothing: everyone in the workbench may do them. */
const freeActs: readonly WorkAct[] = [
  "next",
  "previous",
  "cross",
  "nextOpen",
  "extendDown",
  "extendUp",
  "mark",
  "cancel",
  "find",
  "nextFinding",
  "previousFinding",
  "dismiss",
  "findings",
  "comment",
  "head",
  "undo",
  "redo",
  "save",
  "keys",
];

/** Acts of those who check and do not edit. */
export const reviewActs: readonly WorkAct[] = [...freeActs, "verify", "review", "reopen"];

/** In the groups in which the key map shows them. */
export const actGroups = {
  walk: ["next", "previous", "cross", "nextOpen", "extendDown", "extendUp", "mark", "cancel"],
  check: ["verify", "review", "reopen", "lock", "comment"],
  findings: ["nextFinding", "previousFinding", "fix", "dismiss", "findings"],
  text: ["edit", "head", "insert", "remove", "cut", "mergeSentences", "find"],
  align: [
    ...(["moveUp", "moveDown", "mergeRows", "splitRow", "link", "unlink", "swap"] as const),
    ...(["pin", "realignHere", "realignAll"] as const),
  ],
  draft: ["undo", "redo", "save", "keys"],
} as const satisfies Record<string, readonly WorkAct[]>;

type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** The act of a key; `null` for one that means nothing here. */
export function actOfKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): WorkAct | null {
  const isLetter = key.length === 1;
  const name = isLetter ? key.toLowerCase() : key;
  // "?" needs Shift on most keyboards, and is itself whatever was held.
  const isShifted = shiftKey && (!isLetter || /[a-z]/.test(name));
  const combination = [
    ...(ctrlKey || metaKey ? ["Control"] : []),
    ...(altKey ? ["Alt"] : []),
    ...(isShifted ? ["Shift"] : []),
    name,
  ].join("+");
  for (const [act, keys] of Object.entries(workActs)) {
    if ((keys as readonly string[]).includes(combination)) return act as WorkAct;
  }
  return null;
}
