import type { Article } from "@/core/article/article";
import { findBlock } from "@/core/article/article-index";
import { languages } from "@/core/article/language";
import type { GlossaryTerm } from "@/core/checks/context";
import type { Finding } from "@/core/checks/finding";
import { rowsOfArticle } from "@/core/checks/rows-of-article";
import type { FromWorker, LexiconWords, ToWorker } from "./check-messages";

export type CheckSnapshot = {
  readonly findings: readonly Finding[];
  readonly state: "checking" | "done" | "failed";
};

// Up to here the whole article is checked after every step; beyond it its changed rows at once, and the whole when nothing happens.
const wholeRows = 200;
const fewRows = 30;
const soonMs = 150;
const idleMs = 1500;

/**
 * The findings of an article that is being worked on. A worker runs the rules; what it answers about a text that has
 * changed meanwhile is not shown.
 */
export class Checker {
  private snapshot: CheckSnapshot = { findings: [], state: "checking" };
  private readonly listeners = new Set<() => void>();
  private readonly worker: Worker;
  private readonly waiting = new Map<number, (findings: readonly Finding[]) => void>();
  private count = 0;
  private article: Article | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(glossary: readonly GlossaryTerm[]) {
    this.worker = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" });
    this.worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      const take = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      take?.(data.findings);
    });
    this.worker.addEventListener("error", () => this.change({ state: "failed" }));
    loadWords().then((words) => {
      this.post({ kind: "begin", words, glossary });
      this.isReady = true;
      if (this.article) this.checkAll();
    });
  }

  private isReady = false;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): CheckSnapshot => this.snapshot;

  end(): void {
    clearTimeout(this.timer);
    this.worker.terminate();
  }

  /** The article is this one from now on. */
  take(article: Article): void {
    const before = this.article;
    if (before === article) return;
    this.article = article;
    if (!this.isReady) return;
    this.change({
      findings: this.snapshot.findings.filter(stands(before, article)),
      state: "checking",
    });
    const changed = before ? changedRows(before, article) : [];
    const isLong = article.rows.length > wholeRows;
    if (isLong && changed.length > 0 && changed.length <= fewRows) this.checkRows(changed);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.checkAll(), isLong ? idleMs : soonMs);
  }

  /** What is odd about one row of an article that is still being written. */
  async askRow(article: Article, rowIndex: number): Promise<readonly Finding[]> {
    if (!this.isReady) return [];
    return this.ask(rowsOfArticle(article, [rowIndex]));
  }

  private async checkRows(indexes: readonly number[]): Promise<void> {
    const { article } = this;
    if (!article) return;
    const part = rowsOfArticle(article, indexes);
    const findings = await this.ask(part);
    if (this.article !== article) return;
    const blocks = new Set(
      languages.flatMap((side) => part.sides[side].blocks.map(({ id }) => id)),
    );
    const isThere = ({ place }: Finding) => place.blockId !== null && blocks.has(place.blockId);
    const others = this.snapshot.findings.filter((finding) => !isThere(finding));
    this.change({ findings: [...others, ...findings.filter(isThere)] });
  }

  private async checkAll(): Promise<void> {
    const { article } = this;
    if (!article) return;
    const findings = await this.ask(article);
    if (this.article === article) this.change({ findings, state: "done" });
  }

  private ask(article: Article): Promise<readonly Finding[]> {
    this.count += 1;
    const id = this.count;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.post({ kind: "check", id, article });
    });
  }

  private post(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  private change(part: Partial<CheckSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...part };
    for (const listener of this.listeners) listener();
  }
}

async function loadWords(): Promise<LexiconWords | null> {
  const response = await fetch("/api/workbench/lexicon").catch(() => null);
  return response?.ok ? response.json() : null;
}

/** Whether a finding is about words that still stand where they stood. */
function stands(before: Article | null, after: Article): (finding: Finding) => boolean {
  return ({ place: { blockId, side } }) => {
    if (blockId === null) return true;
    const block = findBlock(after, blockId)?.block;
    if (block) return before !== null && block.node === findBlock(before, blockId)?.block.node;
    return before?.sides[side].frontMatter === after.sides[side].frontMatter;
  };
}

/** Rows that are other ones, or hold other words. */
function changedRows(before: Article, after: Article): readonly number[] {
  const rows = before.rows === after.rows ? null : new Set(before.rows);
  const changed = languages.filter((side) => before.sides[side] !== after.sides[side]);
  if (rows === null && changed.length === 0) return [];
  const isSame = (id: string) => findBlock(before, id)?.block === findBlock(after, id)?.block;
  return after.rows.flatMap((row, index) =>
    (rows === null || rows.has(row)) && changed.every((side) => row[side].every(isSame))
      ? []
      : [index],
  );
}
