import { useEffect, useState } from "react";
import { makeId } from "@/ui/annotations/store/make-id";
import { type CommentLine, loadComments, sendChange } from "../store/server";

type CommentsState = "loading" | "ready" | "failed";

/** The comments on the rows of an article. What is done shows at once; what the server refuses is asked for anew. */
export function useComments(slug: string) {
  const [list, setList] = useState<readonly CommentLine[]>([]);
  const [state, setState] = useState<CommentsState>("loading");

  useEffect(() => {
    let isGone = false;
    loadComments(slug).then((lines) => {
      if (isGone) return;
      if (lines) setList(lines);
      setState(lines ? "ready" : "failed");
    });
    return () => {
      isGone = true;
    };
  }, [slug]);

  async function change(next: readonly CommentLine[], method: string, path: string, body: unknown) {
    setList(next);
    const isDone = await sendChange(method, `/api/workbench/${slug}/comments${path}`, body);
    const now = isDone && method !== "POST" ? null : await loadComments(slug);
    if (now) setList(now);
    setState(isDone ? "ready" : "failed");
  }

  return {
    list,
    state,
    add(rowId: string, text: string) {
      const id = makeId();
      const line = {
        ...{ id, rowId, text, author: "", isOwn: true, isResolved: false },
        createdAt: new Date().toISOString(),
      };
      return change([...list, line], "POST", "", { id, rowId, text });
    },
    resolve(id: string, isResolved: boolean) {
      const next = list.map((line) => (line.id === id ? { ...line, isResolved } : line));
      return change(next, "PATCH", `/${id}`, { isResolved });
    },
    remove(id: string) {
      return change(
        list.filter((line) => line.id !== id),
        "DELETE",
        `/${id}`,
        {},
      );
    },
  };
}

export type Comments = ReturnType<typeof useComments>;
