import { type Extensions, Node } from "@tiptap/core";
import { BlockIds } from "./block-ids";
import {
  Blockquote,
  BulletList,
  Callout,
  Figure,
  Footnote,
  HorizontalRule,
  ListItem,
  OrderedList,
} from "./containers";
import { FootnoteReference, HardBreak, Text } from "./inline";
import { Bold, Code, Italic, Link, Strike, Term } from "./marks";
import { Table, TableCell, TableHeader, TableRow } from "./tables";
import {
  CodeBlock,
  FigureCaption,
  Heading,
  Paragraph,
  TableCaption,
  Verbatim,
} from "./text-blocks";

const Side = Node.create({ name: "doc", topNode: true, content: "(block | footnote)*" });

/**
 * The one schema of an article's side: what `core/article/content` describes, for ProseMirror. The order of the marks is
 * `markOrder`. It parses what it renders, and the HTML of the reading page (document/render-html) too.
 */
export const articleExtensions: Extensions = [
  Side,
  Paragraph,
  Text,
  Heading,
  BulletList,
  OrderedList,
  ListItem,
  Blockquote,
  CodeBlock,
  Verbatim,
  Table,
  TableCaption,
  TableRow,
  TableHeader,
  TableCell,
  Figure,
  FigureCaption,
  Callout,
  HorizontalRule,
  Footnote,
  FootnoteReference,
  HardBreak,
  Link,
  Term,
  Bold,
  Italic,
  Strike,
  Code,
  BlockIds,
];
