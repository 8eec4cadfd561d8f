import "server-only";

const MOST = 100;
// One that waits for a lock must not make everybody wait behind it.
const UNDER_WAY = 2;

/**
 * Asks once for all who ask while others are being answered: what thirty readers want at the same time takes a query or
 * two instead of thirty. Nobody is given anything older than if they had asked alone, since each is answered by a question
 * that is put after they came. `ask` gives back as many answers as it was asked for, in that order.
 */
export function gathered<Asked, Answer>(
  ask: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
): (asked: Asked) => Promise<Answer> {
  type Waiting = {
    readonly asked: Asked;
    readonly resolve: (answer: Answer) => void;
    readonly reject: (error: unknown) => void;
  };
  const waiting: Waiting[] = [];
  let underWay = 0;

  async function run(): Promise<void> {
    if (underWay >= UNDER_WAY) return;
    underWay += 1;
    while (waiting.length > 0) await answer(waiting.splice(0, MOST));
    underWay -= 1;
  }

  async function answer(those: readonly Waiting[]): Promise<void> {
    try {
      const answers = await ask(those.map(({ asked }) => asked));
      if (answers.length !== those.length) {
        throw new Error(`${those.length} asked, and ${answers.length} were answered`);
      }
      answers.forEach((one, index) => {
        those[index]?.resolve(one);
      });
    } catch (error) {
      for (const { reject } of those) reject(error);
    }
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      setImmediate(run); // whatever has come in by then comes along
    });
}

/** The same where all who name a key are given one and the same answer. */
export function shared<Answer>(): (key: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const underWay = new Map<string, Promise<unknown>>();
  const next = new Map<string, Promise<Answer>>();
  return (key, ask) => {
    const known = next.get(key);
    if (known) return known;
    const before = underWay.get(key) ?? new Promise(setImmediate);
    const begin = () => {
      next.delete(key);
      underWay.set(key, made);
      return ask();
    };
    const made: Promise<Answer> = before.then(begin, begin).finally(() => {
      if (underWay.get(key) === made) underWay.delete(key);
    });
    next.set(key, made);
    return made;
  };
}
