import type { Article } from "@/core/article/article";
import type { Choice } from "@/core/article/operations/merge-articles";
import type { Operation, OperationOf } from "@/core/article/operations/operation";
import type { Patch } from "@/core/article/operations/patch";
import type { WorkRights } from "@/core/audience/work-policy";
import type { GlossaryTerm } from "@/core/checks/context";
import type { ReportLine } from "@/core/reports/text-report";

/** What the workbench begins with. */
export type Opened = {
  readonly article: Article;
  readonly sequence: number;
  readonly undoable: number;
  readonly redoable: number;
  readonly isChanged: boolean;
  readonly version: number;
  readonly currentVersion: number;
  readonly rights: WorkRights;
  /** The names of those who set a bead's status, by account. */
  readonly people: Readonly<Record<string, string>>;
  /** The keys of findings that were dismissed. */
  readonly dismissed: readonly string[];
  readonly glossary: readonly GlossaryTerm[];
};

/** "away": not reached; everything else is the server's own word. */
type Refused = { readonly ok: false; readonly reason: string; readonly version?: number };

type Appended = {
  readonly ok: true;
  readonly sequence: number;
  readonly undoable: number;
  readonly redoable: number;
  readonly patch: Patch | null;
};

type Entry =
  | { readonly kind: "do"; readonly operation: Operation }
  | { readonly kind: "undo" | "redo" };

/** The drafts of the server, as the workbench speaks to them. */
export type Server = {
  append(body: {
    version: number;
    after: number;
    entries: readonly Entry[];
  }): Promise<Appended | Refused>;
  propose(body: {
    after: number;
    rows: readonly string[] | null;
    pinned: { de: string; en: string } | null;
  }): Promise<{ readonly ok: true; readonly operation: OperationOf<"realign"> } | Refused>;
  merge(body: {
    after: number;
    version: number;
    choices: readonly Choice[];
  }): Promise<{ readonly ok: true } | Refused>;
  save(body: {
    after: number;
    message: string;
  }): Promise<{ readonly ok: true; readonly version: number } | Refused>;
};

export function serverOf(slug: string): Server {
  const path = `/api/workbench/${slug}`;
  return {
    append: (body) => post(`${path}/entries`, body),
    propose: (body) => post(`${path}/alignment`, body),
    merge: (body) => post(`${path}/merge`, body),
    save: (body) => post(`${path}/versions`, body),
  };
}

/** The draft as the server has it; `null` where it is not to be had. */
export async function loadDraft(slug: string): Promise<Opened | null> {
  const response = await fetch(`/api/workbench/${slug}`).catch(() => null);
  return response?.ok ? response.json() : null;
}

/** What the draft and the version that came meanwhile have in common. */
export type MergeParts = {
  readonly base: Article;
  readonly theirs: Article;
  readonly version: number;
};

export async function loadMergeParts(slug: string): Promise<MergeParts | null> {
  const response = await fetch(`/api/workbench/${slug}/merge`).catch(() => null);
  return response?.ok ? response.json() : null;
}

async function post<Answer>(path: string, body: unknown): Promise<Answer | Refused> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!response || response.status >= 500) return { ok: false, reason: "away" };
  const answer = await response.json().catch(() => null);
  if (response.ok) return answer;
  return { ok: false, reason: answer?.reason ?? "away", version: answer?.version };
}

/** Remembers that a finding is none, or shows it again; false where that was not kept. */
export function setDismissed(
  slug: string,
  dismissal: { readonly key: string; readonly rule: string },
  isDismissed: boolean,
): Promise<boolean> {
  const path = `/api/workbench/${slug}/dismissals`;
  return sendChange(isDismissed ? "PUT" : "DELETE", path, dismissal);
}

/** What readers have of an article, and what the checks need beside it. */
export type CurrentText = Pick<Opened, "article" | "dismissed" | "glossary">;

export async function loadCurrentText(slug: string): Promise<CurrentText | null> {
  const response = await fetch(`/api/workbench/${slug}/current`).catch(() => null);
  return response?.ok ? response.json() : null;
}

/** A comment on a row. */
export type CommentLine = {
  readonly id: string;
  readonly rowId: string;
  readonly text: string;
  readonly author: string;
  readonly isOwn: boolean;
  readonly createdAt: string;
  readonly isResolved: boolean;
};

export async function loadComments(slug: string): Promise<readonly CommentLine[] | null> {
  const response = await fetch(`/api/workbench/${slug}/comments`).catch(() => null);
  return response?.ok ? response.json() : null;
}

export async function loadReports(slug: string): Promise<readonly ReportLine[] | null> {
  const response = await fetch(`/api/workbench/${slug}/reports`).catch(() => null);
  return response?.ok ? response.json() : null;
}

/** Whether the server did it. */
export async function sendChange(method: string, path: string, body: unknown): Promise<boolean> {
  const response = await fetch(path, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => null);
  return response?.ok ?? false;
}
