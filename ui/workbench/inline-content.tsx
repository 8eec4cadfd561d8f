import type { ReactNode } from "react";
import type { ContentMark, ContentNode } from "@/core/article/content";

/** Inline content of an article as React shows it; links lead nowhere here, since the sentence itself is a control. */
export function InlineContent({ nodes }: { nodes: readonly ContentNode[] }) {
  return nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs of text have no other name, and keep no state
    <Inline key={index} node={node} />
  ));
}

function Inline({ node }: { node: ContentNode }) {
  if (node.type === "hardBreak") return <br />;
  if (node.type === "footnoteReference") return <sup>{String(node.attrs?.label ?? "")}</sup>;
  const marks = node.marks ?? [];
  return marks.reduceRight<ReactNode>((inner, mark) => wrap(mark, inner), node.text ?? "");
}

function wrap({ type }: ContentMark, inner: ReactNode): ReactNode {
  switch (type) {
    case "bold":
      return <strong>{inner}</strong>;
    case "italic":
      return <em>{inner}</em>;
    case "strike":
      return <s>{inner}</s>;
    case "code":
      return <code>{inner}</code>;
    case "link":
      return <u>{inner}</u>;
    case "term":
      return <dfn>{inner}</dfn>;
  }
}
