import type { VFile } from "vfile";
import { isSafeImage } from "@/core/article/safe-address";
import type { JsxElement } from "./admit-components";
import { report } from "./content-rule";

const tones = ["note", "tip", "warning"] as const;

const known: Readonly<Record<string, readonly string[]>> = {
  Figure: ["src", "alt", "credit"],
  Callout: ["tone"],
  Caption: [],
  Term: ["gloss"],
  br: [],
};

/** The element of the next stage that stands for a component. */
export type ComponentElement = { hName: string; hProperties: Record<string, string> };

/** Reads the literal attributes of a component; `null`, with messages, where it cannot be shown. */
export function readAttributes(
  node: JsxElement,
  name: string,
  file: VFile,
): ComponentElement | null {
  const values = literals(node, name, file);
  if (!values) return null;
  if (name === "Figure") return figure(node, values, file);
  if (name === "Callout") return callout(node, values, file);
  if (name === "Term") return { hName: "dfn", hProperties: prefixed({ gloss: values.gloss }) };
  return { hName: name === "Caption" ? "caption" : "br", hProperties: {} };
}

function literals(
  node: JsxElement,
  name: string,
  file: VFile,
): Record<string, string | undefined> | null {
  const values: Record<string, string> = {};
  let isLiteral = true;
  for (const attribute of node.attributes) {
    const label = attribute.type === "mdxJsxAttribute" ? attribute.name : "{…}";
    const place = attribute.position ?? node.position;
    if (
      attribute.type !== "mdxJsxAttribute" ||
      (typeof attribute.value === "object" && attribute.value !== null)
    ) {
      report(file, "expression-attribute", place, `<${name} ${label}>`);
      isLiteral = false;
    } else if (!known[name]?.includes(attribute.name)) {
      report(file, "unknown-attribute", place, `<${name} ${label}>`, known[name]);
      isLiteral = false;
    } else values[attribute.name] = (attribute.value ?? "").replace(/\s+/g, " ").trim();
  }
  return isLiteral ? values : null;
}

function figure(
  node: JsxElement,
  { src, alt, credit }: Record<string, string | undefined>,
  file: VFile,
): ComponentElement | null {
  if (!src || alt === undefined) {
    report(file, "missing-attribute", node.position, src ? "<Figure alt>" : "<Figure src>");
    return null;
  }
  if (!isSafeImage(src)) {
    report(file, "unsafe-image", node.position, src);
    return null;
  }
  if (node.children.some((child) => child.type !== "paragraph")) {
    report(file, "figure-content", node.position, "<Figure>");
    return null;
  }
  return { hName: "figure", hProperties: prefixed({ src, alt, credit: credit || undefined }) };
}

function callout(
  node: JsxElement,
  { tone = "note" }: Record<string, string | undefined>,
  file: VFile,
): ComponentElement | null {
  if (!(tones as readonly string[]).includes(tone)) {
    report(file, "invalid-tone", node.position, tone, tones);
    return null;
  }
  return { hName: "aside", hProperties: { dataTone: tone } };
}

/** `{ gloss }` → `{ dataGloss }`, without what is not there. */
function prefixed(values: Record<string, string | undefined>): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) properties[`data${name[0]?.toUpperCase()}${name.slice(1)}`] = value;
  }
  return properties;
}
