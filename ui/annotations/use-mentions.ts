import type { SuggestionOptions } from "@tiptap/suggestion";
import { useMemo, useRef, useState } from "react";
import { loadMembers, type Person } from "./load-members";

/** The people who fit what stands behind the @, where the list is to stand, and which of them Enter takes. */
export type Mentioning = {
  readonly people: readonly Person[];
  readonly at: DOMRect | null;
  readonly index: number;
  readonly take: (person: Person) => void;
};

const mostShown = 6;

/** Names of a note's group behind an @, for the editor's suggestion; nobody where the note is for no group. */
export function useMentions(groupId: string | null) {
  const [mentioning, setMentioning] = useState<Mentioning | null>(null);
  const current = useRef<Mentioning | null>(null);

  const suggestion = useMemo(() => {
    let members: Promise<readonly Person[]> | null = null;
    function show(next: Mentioning | null) {
      current.current = next;
      setMentioning(next);
    }
    const options: Omit<SuggestionOptions<Person, Person>, "editor"> = {
      char: "@",
      async items({ query }) {
        if (groupId === null) return [];
        members ??= loadMembers(groupId);
        const wanted = query.toLocaleLowerCase();
        return (await members)
          .filter(({ label }) => label.toLocaleLowerCase().includes(wanted))
          .slice(0, mostShown);
      },
      render: () => ({
        onStart: ({ items, clientRect, command }) =>
          show({ people: items, at: clientRect?.() ?? null, index: 0, take: command }),
        onUpdate: ({ items, clientRect, command }) =>
          show({ people: items, at: clientRect?.() ?? null, index: 0, take: command }),
        onExit: () => show(null),
        onKeyDown({ event }) {
          const now = current.current;
          const count = now?.people.length ?? 0;
          const person = now?.people[now.index];
          if (!now || !person) return false;
          if (event.key === "Escape") return close();
          if (event.key === "Enter" || event.key === "Tab") {
            now.take(person);
            return true;
          }
          const step = { ArrowDown: 1, ArrowUp: count - 1 }[event.key];
          if (step === undefined) return false;
          show({ ...now, index: (now.index + step) % count });
          return true;
        },
      }),
    };
    function close() {
      show(null);
      return true;
    }
    return options;
  }, [groupId]);

  return { suggestion, mentioning };
}
