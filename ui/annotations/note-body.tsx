import { Fragment, type ReactNode } from "react";
import type { NoteDocument, NoteNode } from "@/core/annotation/note-document";
import styles from "./note-body.module.css";

type TextNode = Extract<NoteNode, { type: "text" }>;
type Mark = NonNullable<TextNode["marks"]>[number];

type NoteBodyProps = { note: NoteDocument };

/** A note as it is read: elements from the document, without the editor and without HTML in between. */
export function NoteBody({ note }: NoteBodyProps) {
  return <>{renderAll(note.content)}</>;
}

function renderAll(nodes: readonly NoteNode[] | undefined): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a note is drawn anew as a whole, and its nodes have no names
  return nodes?.map((node, index) => <Fragment key={index}>{renderNode(node)}</Fragment>);
}

function renderNode(node: NoteNode): ReactNode {
  switch (node.type) {
    case "text":
      return renderText(node);
    case "mention":
      return <span className={styles.mention}>@{node.attrs.label}</span>;
    case "paragraph":
      return <p>{renderAll(node.content)}</p>;
    case "bulletList":
      return <ul>{renderAll(node.content)}</ul>;
    case "orderedList":
      return <ol start={node.attrs?.start}>{renderAll(node.content)}</ol>;
    case "listItem":
      return <li>{renderAll(node.content)}</li>;
    case "blockquote":
      return <blockquote>{renderAll(node.content)}</blockquote>;
    case "hardBreak":
      return <br />;
  }
}

function renderText({ text, marks = [] }: TextNode): ReactNode {
  return marks.reduceRight<ReactNode>((inner, mark) => renderMark(mark, inner), text);
}

function renderMark(mark: Mark, inner: ReactNode): ReactNode {
  switch (mark.type) {
    case "bold":
      return <strong>{inner}</strong>;
    case "italic":
      return <em>{inner}</em>;
    case "code":
      return <code>{inner}</code>;
    case "link":
      return (
        <a href={mark.attrs.href} target="_blank" rel="noopener noreferrer nofollow ugc">
          {inner}
        </a>
      );
  }
}
