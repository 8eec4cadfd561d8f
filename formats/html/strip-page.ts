import type { Element, ElementContent } from "hast";
import { isSafeLink } from "@/core/article/safe-address";
import { element, elementsOf, hasName, isBlock, isElement, linesOf, propertyOf } from "./hast-tree";

/** What a page has beside its text. */
export type Stripped = { readonly leftOvers: readonly string[]; readonly images: number };

const dropped = new Set(
  "applet area audio base basefont bgsound canvas col colgroup command datalist embed frame frameset head iframe input keygen link meta noembed noframes object param script source style svg template title track video".split(
    " ",
  ),
);
/** Their words are listed, and go into no article. */
const setAside = new Set(["button", "nav", "noscript", "option", "select", "textarea"]);
const kept = new Set(
  "a article aside b blockquote body br caption center code dd del details dir div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html i kbd li listing main ol p pre q s samp section span strike strong summary table tbody td tfoot th thead tr tt ul var wbr xmp zs-note".split(
    " ",
  ),
);

/**
 * Leaves of a page what its text is made of: no scripts, forms, frames or pictures, no navigation, and where the page says what its
 * main part is, nothing beside it. Words that go are listed.
 */
export function stripPage(tree: Element): Stripped {
  const leftOvers: string[] = [];
  let images = 0;
  keepMainPart(tree, leftOvers);
  const takeOut = (parent: Element): void => {
    const children = parent.children.flatMap((child): ElementContent[] => {
      if (child.type === "text") return [child];
      if (!isElement(child)) return [];
      if (hasName(child, "img", "image", "picture")) {
        images += 1;
        const inner = hasName(child, "picture") ? elementsOf(child) : [{ node: child }];
        leftOvers.push(...inner.flatMap(({ node }) => propertyOf(node, "alt").trim() || []));
        return [];
      }
      if (dropped.has(child.tagName)) {
        leftOvers.push(
          ...(hasName(child, "svg", "object", "video", "audio") ? linesOf(child) : []),
        );
        return [];
      }
      if (setAside.has(child.tagName) || child.properties.hidden === true) {
        leftOvers.push(...linesOf(child));
        return [];
      }
      takeOut(child);
      return [simplified(child)].flat().flatMap(blocksOutermost);
    });
    parent.children = children;
  };
  takeOut(tree);
  return { leftOvers, images };
}

function keepMainPart(tree: Element, leftOvers: string[]): void {
  const all = elementsOf(tree);
  const body = all.find(({ node }) => node.tagName === "body")?.node;
  const [main, second] = all.filter(({ node }) => node.tagName === "main");
  if (!body || !main || second) return;
  let rest: Element = body;
  // Down the path to the main part, what stands beside it is taken away.
  while (rest !== main.node) {
    const inner: Element | undefined = rest.children.find(
      (child): child is Element =>
        isElement(child) &&
        (child === main.node || elementsOf(child).some(({ node }) => node === main.node)),
    );
    if (!inner) return;
    for (const child of rest.children) if (child !== inner) leftOvers.push(...linesOf(child));
    rest.children = [inner];
    rest = inner;
  }
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function simplified(node: Element): Element | Element[] {
  const text = node.children[0];
  if (hasName(node, "sup") && text?.type === "text" && /^\d{1,3}$/u.test(text.value)) {
    const value = text.value.replace(/\d/gu, (digit) => superscripts.charAt(Number(digit)));
    return element("span", [{ type: "text", value }]);
  }
  if (hasName(node, "a")) {
    const href = propertyOf(node, "href");
    const isFar = /^(?:https?:|mailto:)/iu.test(href) && isSafeLink(href);
    return isFar ? node : { ...node, tagName: "span" };
  }
  if (hasName(node, "table")) {
    const captions = node.children.filter((child) => hasName(child, "caption"));
    node.children = node.children.filter((child) => !hasName(child, "caption"));
    return [
      ...captions.map((caption) => element("p", isElement(caption) ? caption.children : [])),
      node,
    ];
  }
  if (hasName(node, "td", "th")) return node;
  if (kept.has(node.tagName)) return node;
  return { ...node, tagName: isBlock(node) ? "div" : "span" };
}

/** An emphasis that was never closed holds whole paragraphs: it is put inside each of them, so that they stay paragraphs. */
function blocksOutermost(node: Element): ElementContent[] {
  if (isBlock(node) || !node.children.some(holdsBlocks)) return [node];
  return pushInto(node.children, node);
}

function holdsBlocks(node: ElementContent): boolean {
  return isBlock(node) || (isElement(node) && node.children.some(holdsBlocks));
}

function pushInto(children: readonly ElementContent[], wrapper: Element): ElementContent[] {
  return children.map((child) => {
    const isOuter = isElement(child) && child.children.some(holdsBlocks);
    if (isOuter) return { ...child, children: pushInto(child.children, wrapper) };
    if (isBlock(child) && isElement(child))
      return { ...child, children: [{ ...wrapper, children: child.children }] };
    const isSpace = child.type === "text" && child.value.trim() === "";
    return isSpace ? child : { ...wrapper, children: [child] };
  });
}
