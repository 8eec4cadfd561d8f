import "server-only";
import { z } from "zod";
import type { Article } from "@/core/article/article";
import { brokenInvariant } from "@/core/article/broken-invariant";
import { mapBetween } from "@/core/article/map-between";
import { compose, type PositionMap } from "@/core/article/position-map";
import type { Viewer } from "@/core/viewer/viewer";
import { readVersion } from "@/formats/version/read-version";
import { writeVersion } from "@/formats/version/write-version";
import { moveAnchors } from "../annotations/move-anchors";
import { addVersion } from "../articles/add-version";
import { loadVersion } from "../articles/load-version";
import { db, type Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { lockDraft } from "./append-entries";
import { type DraftRow, type DraftState, keepDraftState, loadDraftState } from "./draft-state";
import { findDraft } from "./find-draft";
import { findWork, type Work } from "./find-work";
import { recordAudit } from "./record-audit";

export const saveSchema = z.strictObject({
  /** What the version's history says of it. */
  message: z.string().trim().min(1).max(500),
  /** The last entry of the draft that the browser knows: nothing is saved that was not seen. */
  after: z.int().min(0).max(10_000_000),
});
export type Save = z.infer<typeof saveSchema>;

export type Saved = { readonly ok: true; readonly version: number };

/**
 * Makes a version of the viewer's draft, and readers are shown it. Where another was made meanwhile, nothing is saved:
 * `stale` with the number of that version, and what is to be done is `mergeDraft`'s.
 */
export async function saveVersion(
  viewer: Viewer,
  slug: string,
  { message, after }: Save,
): Promise<Saved | Refusal> {
  const result = await db().$transaction(async (transaction) => {
    const found = await findWork(viewer, slug, transaction);
    if (!found) return refusal("not-found");
    await lockArticle(transaction, found.articleId);
    const work = await findWork(viewer, slug, transaction); // as it is now that nobody else saves
    if (!work) return refusal("not-found");
    const row = await findDraft(transaction, viewer, work);
    await lockDraft(transaction, row.id);
    const state = await loadDraftState(transaction, row);
    if (state.sequence !== after) return refusal("stale", { sequence: state.sequence });
    if (state.sequence === row.savedSequence) return refusal("invalid", { fields: ["after"] });
    if (row.savedVersionId !== work.current.id) {
      return refusal("stale", { version: work.current.number });
    }
    return store(transaction, { viewer, work, row, state, message });
  });
  if (!("stored" in result)) return result;
  keepDraftState(result.row, result.state);
  return { ok: true, version: result.stored };
}

/** So that two editors save one after the other. */
async function lockArticle(transaction: Transaction, articleId: string): Promise<void> {
  await transaction.$queryRaw`SELECT 1 FROM "article" WHERE "id" = ${articleId}::uuid FOR UPDATE`;
}

type Saving = {
  readonly viewer: Viewer;
  readonly work: Work;
  readonly row: DraftRow;
  readonly state: DraftState;
  readonly message: string;
};

async function store(transaction: Transaction, { viewer, work, row, state, message }: Saving) {
  const { articleId } = work;
  const broken = brokenInvariant(state.article);
  if (broken) throw new Error(`The draft ${row.id} is broken: ${broken}`);
  const { article, files, map } = written(state.article, state.map);
  const number = 1 + (await lastNumber(transaction, articleId));
  const version = await addVersion(transaction, {
    articleId,
    number,
    files,
    article,
    origin: "workbench",
    message,
    authorId: viewer.id,
    isShown: true,
    from: { versionId: row.savedVersionId, map },
  });
  await moveAnchors(transaction, {
    articleId,
    before: {
      article: await loadVersion(row.savedVersionId, transaction),
      version: work.current.number,
    },
    after: { article, version: number },
    map,
  });
  await recordAudit(transaction, viewer, { articleId, action: "saved", version: number });
  const saved = { savedVersionId: version.id, savedSequence: state.sequence };
  // Where the text is not to the letter what was edited, the log cannot go on from it.
  const isSame = article === state.article;
  if (isSame) await transaction.draft.update({ where: { id: row.id }, data: saved });
  else await transaction.draft.delete({ where: { id: row.id } });
  return {
    stored: number,
    row: { ...row, ...saved },
    state: { ...state, map: { touched: [], segments: [] } },
  };
}

/** What is stored, as it will be read: a text that means something else in MDX is met here, not by a reader. */
function written(draft: Article, map: PositionMap) {
  const files = writeVersion(draft);
  const { article } = readVersion(files);
  if (writeVersion(article).alignment === files.alignment) return { article: draft, files, map };
  return { article, files: writeVersion(article), map: compose(map, mapBetween(draft, article)) };
}

async function lastNumber(transaction: Transaction, articleId: string): Promise<number> {
  const { _max } = await transaction.articleVersion.aggregate({
    where: { articleId },
    _max: { number: true },
  });
  return _max.number ?? 0;
}
