import type { Anchor } from "@/core/annotation/annotation";
import { articleSideText } from "@/core/annotation/article-side-text";
import { resolveAnchor } from "@/core/annotation/resolve-anchor";
import { pointToOffset, type SideText } from "@/core/annotation/side-text";
import type { Article } from "@/core/article/article";
import { type Language, languages } from "@/core/article/language";
import { writeSide } from "@/formats/mdx/write-side";
import { readVersion } from "@/formats/version/read-version";
import { writeAlignment } from "@/formats/version/write-version";
import { deleteEveryThird, editSide } from "./edit-side";
import { type Expected, expectedPlace, flowOf } from "./expected-place";
import { markPassages } from "./mark-passages";
import { seededRandom } from "./seeded-random";
import type { TrackedBlock } from "./tracked-block";

type Verdict = "right" | "lost" | "wrong";

type Judged = {
  readonly anchor: Anchor;
  readonly verdict: Verdict;
  readonly expected: Expected;
  /** What stands where the anchor was placed; `null` when it was orphaned. */
  readonly placedOn: string | null;
  readonly now: SideText;
};

export type DrillResult = Readonly<Record<Language, readonly Judged[]>>;

type Edits = "random" | "every-third-deleted";

/** Marks passages, edits both sides by hand as it were, carries the ids to the next version, and judges every anchor. */
export function runEditDrill(
  article: Article,
  seed: number,
  count: number,
  edits: Edits,
): DrillResult {
  const random = seededRandom(seed);
  const sides = languages.filter((language) => article.sides[language].blocks.length > 2);
  const before = { de: articleSideText(article, "de"), en: articleSideText(article, "en") };
  const anchors = { de: [] as readonly Anchor[], en: [] as readonly Anchor[] };
  const edited: Record<Language, readonly TrackedBlock[]> = { de: [], en: [] };
  for (const language of sides) {
    anchors[language] = markPassages(before[language], count, random);
    edited[language] =
      edits === "random"
        ? editSide(article, language, random)
        : deleteEveryThird(article, language);
  }
  const next = nextVersion(article, edited);
  const judge = (language: Language) => {
    const now = articleSideText(next, language);
    const flow = flowOf(edited[language], now);
    return anchors[language].map((anchor) =>
      judged(before[language], now, anchor, expectedPlace(before[language], anchor, now, flow)),
    );
  };
  return { de: judge("de"), en: judge("en") };
}

/** The next version as publishing makes it: the edited MDX read beside the alignment of the version before. */
function nextVersion(
  article: Article,
  edited: Readonly<Record<Language, readonly TrackedBlock[]>>,
): Article {
  const write = (language: Language) =>
    writeSide(
      article.sides[language].frontMatter,
      edited[language].map(({ node }) => node),
    );
  return readVersion({ de: write("de"), en: write("en"), alignment: writeAlignment(article) })
    .article;
}

function judged(before: SideText, now: SideText, anchor: Anchor, expected: Expected): Judged {
  if (resolveAnchor(before, anchor).kind !== "exact")
    throw new Error(`Not found in its own text: ${anchor.exact}`);
  const resolved = resolveAnchor(now, anchor);
  if (resolved.kind === "orphaned") {
    return { now, anchor, expected, placedOn: null, verdict: expected === null ? "right" : "lost" };
  }
  const start = pointToOffset(now, resolved.start) ?? -1;
  const end = pointToOffset(now, resolved.end) ?? -1;
  const isRight = expected?.start === start && expected.end === end;
  return {
    anchor,
    expected,
    now,
    placedOn: now.text.slice(start, end),
    verdict: isRight ? "right" : "wrong",
  };
}
