import type { Editor } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import type { ContentNode } from "@/core/article/content";
import type { Finding } from "@/core/checks/finding";
import { docToBlocks } from "@/document/article-to-doc";

type Check = (nodes: readonly ContentNode[]) => Promise<readonly Finding[]>;

// A word is finished in about this time; every keystroke would only show findings in halves of words.
const pauseMs = 120;

/** What is odd about what stands in an editor, a moment after each change. */
export function useTypingFindings(editor: Editor | null, check: Check): readonly Finding[] {
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const latest = useRef(check);
  latest.current = check;

  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let round = 0;

    async function ask() {
      round += 1;
      const mine = round;
      const found = editor ? await latest.current(writtenIn(editor)) : [];
      if (mine === round) setFindings(found);
    }

    function handleUpdate() {
      clearTimeout(timer);
      timer = setTimeout(ask, pauseMs);
    }

    editor.on("update", handleUpdate);
    return () => {
      clearTimeout(timer);
      round += 1;
      editor.off("update", handleUpdate);
    };
  }, [editor]);

  return findings;
}

/** The blocks that stand in an editor. */
export function writtenIn(editor: Editor): readonly ContentNode[] {
  return docToBlocks(editor.getJSON()).map(({ node }) => node);
}
