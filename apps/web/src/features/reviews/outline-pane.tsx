import { Input, Tree, type TreeDataNode } from 'antd';
import type { Key } from 'react';
import { memo, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';

import type { Outline } from './finding-index.ts';

interface Properties {
  outline: Outline;
  /** Undecided findings by node, sub-nodes included. */
  counts: readonly number[];
  /** Node the text is in. */
  current: number;
  onPick: (node: number) => void;
}

type Node = TreeDataNode & { key: number; children: Node[] };

/** Outline of the book (篇目) with undecided findings per node; follows the text and leads through it. */
export const OutlinePane = memo(function OutlinePane({ outline, counts, current, onPick }: Properties) {
  const [words, setWords] = useState('');
  const wanted = useDeferredValue(words.trim());
  const [expanded, setExpanded] = useState<Key[]>([]);
  const box = useRef<HTMLDivElement>(null);
  const tree = useRef<{ scrollTo: (to: { key: Key; align?: 'auto' }) => void }>(null);
  const [height, setHeight] = useState(400);

  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setHeight(Math.floor(entry!.contentRect.height)));
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);

  const kept = useMemo(() => (wanted ? matchingNodes(outline.nodes, wanted) : null), [outline, wanted]);
  const data = useMemo(() => buildTree(outline.nodes, kept), [outline, kept]);
  const open = useMemo<Key[]>(() => (kept ? Array.from(kept) : expanded), [kept, expanded]);
  const visible = useMemo(() => nearestVisible(outline.nodes, current, new Set(open)), [outline, current, open]);

  useEffect(() => {
    tree.current?.scrollTo({ key: visible, align: 'auto' });
  }, [visible]);

  return (
    <div className="outline-pane">
      <Input
        allowClear
        size="small"
        placeholder="筛选篇目"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        data-testid="outline-filter"
      />
      <div className="outline-tree" ref={box} data-testid="outline-tree">
        {data.length === 0 ? (
          <p className="muted pane-hint">{wanted ? '没有相符的篇目。' : '这份稿件没有识别出篇目。'}</p>
        ) : (
          <Tree<Node>
            ref={tree as never}
            blockNode
            virtual
            height={height}
            treeData={data}
            expandedKeys={open}
            onExpand={(keys) => !kept && setExpanded(keys)}
            selectedKeys={[visible]}
            onSelect={(_keys, { node }) => onPick(node.key)}
            titleRender={(node) => (
              <span className="outline-node" title={outline.nodes[node.key]?.title}>
                <span className="outline-title">{outline.nodes[node.key]?.title || '（无题）'}</span>
                {counts[node.key]! > 0 && <span className="outline-count">{counts[node.key]}</span>}
              </span>
            )}
          />
        )}
      </div>
    </div>
  );
});

/** Nodes whose title holds the words, with the nodes above them. */
function matchingNodes(nodes: Outline['nodes'], words: string): Set<number> {
  const kept = new Set<number>();
  nodes.forEach((node, at) => {
    if (!node.title.includes(words)) return;
    for (let up = at; up >= 0 && !kept.has(up); up = nodes[up]!.parent) kept.add(up);
  });
  return kept;
}

/** The nodes as a tree; node 0 is the book itself and is not shown. */
function buildTree(nodes: Outline['nodes'], kept: Set<number> | null): Node[] {
  const made = nodes.map((_node, key): Node => ({ key, children: [] }));
  const roots: Node[] = [];
  nodes.forEach((node, at) => {
    if (node.level === 0 || (kept && !kept.has(at))) return;
    const parent = nodes[node.parent];
    (parent && parent.level > 0 ? made[node.parent]!.children : roots).push(made[at]!);
  });
  return roots;
}

/** The node itself, or the innermost one above it whose own parents are all unfolded. */
function nearestVisible(nodes: Outline['nodes'], current: number, open: Set<Key>): number {
  let visible = current;
  for (let up = nodes[current]?.parent ?? -1; up >= 0 && nodes[up]!.level > 0; up = nodes[up]!.parent) {
    if (!open.has(up)) visible = up;
  }
  return visible;
}
