"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { type Colour, colours } from "@/core/annotation/annotation";
import { type CardActions, NoteCard } from "@/ui/annotations/note-card";
import { SelectionBar } from "@/ui/annotations/selection-bar";
import type { ShownAnnotation } from "@/ui/annotations/store/apply-changes";
import { SyncStatus } from "@/ui/annotations/sync-status";
import { Toast } from "@/ui/annotations/toast";
import { Specimen } from "./specimen";
import styles from "./styleguide.module.css";

type Card = Pick<ComponentProps<typeof NoteCard>, "shown" | "isActive" | "hasQuote"> & {
  kind?: "moved" | "orphaned";
};

type NoteSpecimensProps = { theme: string };

/** Cards, bars and reports of the annotation layer; pressing them does nothing here. */
export function NoteSpecimens({ theme }: NoteSpecimensProps) {
  const t = useTranslations("Styleguide");
  const words = t("note");
  const cards: readonly Card[] = [
    ...colours.map((colour) => ({ shown: note(theme, words, { colour }) })),
    { shown: note(theme, words, { isSaved: false }), isActive: true },
    { shown: note(theme, null, { colour: "green" }) },
    { shown: note(theme, words, { colour: "blue" }), kind: "moved" },
    { shown: note(theme, words, { colour: "pink" }), kind: "orphaned" },
    { shown: note(theme, words, { isSaved: false, refusal: "too-large" }), hasQuote: true },
  ];
  return (
    <>
      <Specimen title={t("notes")}>
        <div className={styles.cards}>
          {cards.map(({ shown, kind, ...rest }, index) => (
            <NoteCard
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              key={index}
              shown={shown}
              kind={kind ?? "exact"}
              isEditing={false}
              actions={idle}
              {...rest}
            />
          ))}
        </div>
      </Specimen>
      <Specimen title={t("bars")}>
        {[null, "green" as const].map((colour) => (
          <div key={colour} className={styles.frame}>
            <SelectionBar
              quote={words}
              colour={colour}
              takesFocus={false}
              getBox={() => null}
              onColour={nothing}
              onNote={nothing}
              onCopy={nothing}
              onRemove={colour ? nothing : undefined}
            />
          </div>
        ))}
      </Specimen>
      <Specimen title={t("reports")}>
        <div className={styles.row}>
          <Toast text={t("toast")} onUndo={nothing} onGone={nothing} />
          <SyncStatus sync={{ kind: "waiting" }} />
          <SyncStatus sync={{ kind: "refused", refusal: "too-large" }} />
        </div>
      </Specimen>
    </>
  );
}

function nothing() {}

const idle: CardActions = {
  onEdit: nothing,
  onEditEnd: nothing,
  onSave: nothing,
  onColour: nothing,
  onRemove: nothing,
  onRetry: nothing,
  onTags: nothing,
  onRange: nothing,
  onAudience: nothing,
  remainsOf: () => null,
  onAim: nothing,
  onReply: nothing,
  onRemoveReply: nothing,
  onRetryReply: nothing,
  onResolve: nothing,
};

const written = "2025-12-07T10:24:00.000Z";

type State = { colour?: Colour } & Partial<Pick<ShownAnnotation, "isSaved" | "refusal">>;

function note(theme: string, words: string | null, state: State): ShownAnnotation {
  const { colour = "yellow", isSaved = true, refusal = null } = state;
  const point = { block: "db1", offset: 0 };
  return {
    annotation: {
      id: `styleguide-${theme}`,
      articleSlug: "styleguide",
      colour,
      audience: "me",
      groupId: null,
      twin: null,
      anchor: {
        ...{ version: 1, side: "de", start: point, end: point, sentences: ["ds1"] },
        ...{ exact: "ein Stück Weltpolitik", prefix: "", suffix: "" },
      },
      note:
        words === null
          ? null
          : {
              type: "doc",
              content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
            },
      tags: [],
    },
    replies: [],
    resolvedAt: null,
    isDeleted: false,
    createdAt: written,
    updatedAt: written,
    isSaved,
    isOwn: true,
    mayAnswer: true,
    author: null,
    groupName: null,
    refusal,
  };
}
