import type { Article } from "@/core/article/article";
import { applyOperation } from "@/core/article/operations/apply-operation";
import { unmoved } from "@/core/article/operations/edited";
import type { Choice } from "@/core/article/operations/merge-articles";
import type { Operation, RefusalReason } from "@/core/article/operations/operation";
import { applyPatch, type Patch } from "@/core/article/operations/patch";
import { compose, type PositionMap } from "@/core/article/position-map";
import { type Opened, type Server, serverOf } from "./server";

/** Where what was done stands: all on the server, on its way there, or kept here until the server is reached again. */
type SyncState = "saved" | "sending" | "waiting" | "elsewhere";

export type DraftSnapshot = Omit<Opened, "article" | "sequence" | "undoable" | "redoable"> & {
  readonly article: Article;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly sync: SyncState;
  /** The article that the visit began with, or as the last version was saved, and where its text went since. */
  readonly opened: Article;
  readonly moved: PositionMap;
};

type Step = { readonly change: Patch; readonly inverse: Patch };
type Entry =
  | { readonly kind: "do"; readonly operation: Operation }
  | { readonly kind: "undo" | "redo" };

const retryMs = 3000;
const batchSize = 100;

/**
 * The draft in the browser: what is done shows at once and is sent after. Steps of earlier visits, whose content only the
 * server knows, are taken back by asking it.
 */
export class DraftStore {
  private snapshot: DraftSnapshot;
  private readonly listeners = new Set<() => void>();
  private readonly server: Server;
  /** The last entry that the server has. */
  private sequence: number;
  private queue: Entry[] = [];
  private sending: Promise<void> | null = null;
  private undoable: Step[] = [];
  private redoable: Step[] = [];
  /** Steps of earlier visits. */
  private olderUndo: number;
  private olderRedo: number;

  constructor(
    slug: string,
    private readonly viewerId: string,
    { article, sequence, undoable, redoable, ...rest }: Opened,
    server: Server = serverOf(slug),
  ) {
    this.server = server;
    this.sequence = sequence;
    this.olderUndo = undoable;
    this.olderRedo = redoable;
    this.snapshot = {
      ...rest,
      article,
      canUndo: undoable > 0,
      canRedo: redoable > 0,
      sync: "saved",
      opened: article,
      moved: unmoved,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): DraftSnapshot => this.snapshot;

  /** Does it here, and sends it. */
  act(
    operation: Operation,
  ): { readonly ok: true } | { readonly ok: false; readonly reason: RefusalReason } {
    const stamp = { by: this.viewerId, at: new Date().toISOString() };
    const result = applyOperation(this.snapshot.article, operation, stamp);
    if (!result.ok) return result;
    this.undoable.push({ change: result.change, inverse: result.inverse });
    this.redoable = [];
    this.olderRedo = 0;
    this.show(result.article, result.map);
    this.send({ kind: "do", operation });
    return { ok: true };
  }

  /** The article as an operation would leave it; `null` where it cannot be done. Nothing is done. */
  preview(operation: Operation): Article | null {
    const stamp = { by: this.viewerId, at: new Date().toISOString() };
    const result = applyOperation(this.snapshot.article, operation, stamp);
    return result.ok ? result.article : null;
  }

  async undo(): Promise<void> {
    const step = this.undoable.pop();
    if (step) {
      this.redoable.push(step);
      this.show(applyPatch(this.snapshot.article, step.inverse), step.inverse.map);
      this.send({ kind: "undo" });
    } else if (this.olderUndo > 0) await this.ask("undo");
  }

  async redo(): Promise<void> {
    const step = this.redoable.pop();
    if (step) {
      this.undoable.push(step);
      this.show(applyPatch(this.snapshot.article, step.change), step.change.map);
      this.send({ kind: "redo" });
    } else if (this.olderRedo > 0) await this.ask("redo");
  }

  /** Aligns anew, on the server, and does here what it proposes. */
  async realign(scope: {
    rows: readonly string[] | null;
    pinned: { de: string; en: string } | null;
  }) {
    await this.settled();
    const answer = await this.server.propose({ after: this.sequence, ...scope });
    if (!answer.ok) return this.refused(answer.reason);
    return this.act(answer.operation);
  }

  /** Makes a version of the draft. */
  async save(message: string): Promise<SaveOutcome> {
    await this.settled();
    const answer = await this.server.save({ message, after: this.sequence });
    if (!answer.ok) {
      if (answer.version !== undefined)
        return { ok: false, reason: "conflict", version: answer.version };
      this.refused(answer.reason);
      return { ok: false, reason: "unsaved" };
    }
    const { version } = answer;
    const { article } = this.snapshot;
    const kept = { isChanged: false, version, currentVersion: version };
    this.change({ ...kept, opened: article, moved: unmoved });
    return { ok: true, version: answer.version };
  }

  /** Takes the version that came meanwhile into the draft; what is shown afterwards is to be fetched anew. */
  async merge(version: number, choices: readonly Choice[]): Promise<boolean> {
    await this.settled();
    const answer = await this.server.merge({ after: this.sequence, version, choices });
    return answer.ok;
  }

  /** Whether something would be lost if the page were left now. */
  get hasUnsent(): boolean {
    return this.queue.length > 0 || this.sending !== null;
  }

  private async ask(kind: "undo" | "redo"): Promise<void> {
    await this.settled();
    const answer = await this.server.append({
      version: this.snapshot.version,
      after: this.sequence,
      entries: [{ kind }],
    });
    if (!answer.ok || !answer.patch) return void this.refused(answer.ok ? "stale" : answer.reason);
    this.sequence = answer.sequence;
    this.olderUndo = answer.undoable - this.undoable.length;
    this.olderRedo = answer.redoable - this.redoable.length;
    this.show(applyPatch(this.snapshot.article, answer.patch), answer.patch.map);
  }

  private send(entry: Entry): void {
    this.queue.push(entry);
    this.sending ??= this.flush().finally(() => {
      this.sending = null;
      this.change({});
    });
  }

  private async flush(): Promise<void> {
    while (this.queue.length > 0) {
      this.change({ sync: "sending" });
      const entries = this.queue.slice(0, batchSize);
      const answer = await this.server.append({
        version: this.snapshot.version,
        after: this.sequence,
        entries,
      });
      if (answer.ok) {
        this.sequence = answer.sequence;
        this.queue.splice(0, entries.length);
      } else if (answer.reason === "away") {
        this.change({ sync: "waiting" });
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      } else return void this.refused(answer.reason);
    }
    this.change({ sync: "saved" });
  }

  private async settled(): Promise<void> {
    while (this.sending) await this.sending;
  }

  /** Another window went on with the draft: what is here is not it any more. */
  private refused(reason: string): { readonly ok: false; readonly reason: "elsewhere" } {
    this.queue = [];
    this.change({ sync: reason === "away" ? "waiting" : "elsewhere" });
    return { ok: false, reason: "elsewhere" };
  }

  private show(article: Article, map: PositionMap): void {
    this.change({ article, isChanged: true, moved: compose(this.snapshot.moved, map) });
  }

  private change(part: Partial<DraftSnapshot>): void {
    this.snapshot = {
      ...this.snapshot,
      ...part,
      canUndo: this.undoable.length + this.olderUndo > 0,
      canRedo: this.redoable.length + this.olderRedo > 0,
    };
    for (const listener of this.listeners) listener();
  }
}

export type SaveOutcome =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly reason: "conflict"; readonly version: number }
  | { readonly ok: false; readonly reason: "unsaved" };
