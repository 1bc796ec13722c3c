import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** Markdown as GitHub reads it: CommonMark, tables, and bare addresses that become links. */
export const readMarkdown = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** Every node, parents first. */
export function nodesOf(node: Nodes): readonly Nodes[] {
  return [node, ...('children' in node ? (node.children as readonly Nodes[]).flatMap(nodesOf) : [])];
}

export const nodesOfType = <T extends Nodes['type']>(root: Root, type: T) =>
  nodesOf(root).filter((node): node is Extract<Nodes, { readonly type: T }> => node.type === type);

/** What a person sees of it. */
export const textOf = (node: Nodes): string =>
  nodesOf(node)
    .map((each) => (each.type === 'text' || each.type === 'inlineCode' ? each.value : ''))
    .join('');

/** All that our own pages have of HTML. */
const ours =
  /^(?:<!-- (?:syncgate report [\w%./+~'()!*-]* |syncgate report set |syncgate comparison )?-->|<\/?(?:details|sub|summary)>|<br>|<details>\n<summary>(?:[^<>]|<!-- -->)*<\/summary>)$/;

/** HTML that is not ours. */
export const foreignHtml = (root: Root): readonly string[] =>
  nodesOfType(root, 'html')
    .map(({ value }) => value)
    .filter((value) => !ours.test(value));

/** Texts in which a site that shows them finds people, issues, merge requests, labels or emoji. */
export const references = (root: Root): readonly string[] =>
  nodesOf(root).flatMap((node) =>
    node.type === 'text' ? (node.value.match(/@[\w-]|[#!~$%&]["\w]|:[\w+-]+:/g) ?? []) : [],
  );
