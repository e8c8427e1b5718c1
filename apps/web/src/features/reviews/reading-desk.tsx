import { useQuery, useQueryClient } from '@tanstack/react-query';
import { DECISION_NAMES } from '@xiuzhi/domain';
import { App, Segmented } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';

import { type Outputs, api, describeFault } from '../../api.ts';
import { noticeSession } from '../../query.ts';
import { useDocumentTitle } from '../../ui/page-title.tsx';
import { useAllowed } from '../accounts/use-me.ts';
import { SubmissionNotice } from '../submissions/submission-notice.tsx';
import { useSubmission } from '../submissions/use-submission.ts';
import { blockStarts, blocksOptions } from './book-text.ts';
import { DecideAlike } from './decide-alike.tsx';
import { DeskBar } from './desk-bar.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { type Filter, countByNode, filterFindings, readFilter, shownRules, writeFilter } from './filter-findings.ts';
import type { CardActions } from './card-actions.ts';
import { FindingFilters } from './finding-filters.tsx';
import { type FindingIndex, type Outline, decisionOf, ruleOf } from './finding-index.ts';
import { FindingsPane } from './findings-pane.tsx';
import { nodeAtBlock } from './node-at-block.ts';
import { OpinionsPane } from './opinions-pane.tsx';
import { OutlinePane } from './outline-pane.tsx';
import { RaiseOpinion } from './raise-opinion.tsx';
import { type Hit, SearchPane } from './search-pane.tsx';
import { ShortcutHelp } from './shortcut-help.tsx';
import type { Highlight } from './split-text.ts';
import { OwnText } from './suppress-menu.tsx';
import { SuppressRule } from './suppress-rule.tsx';
import { type Target, TextPane } from './text-pane.tsx';
import { type Choice, useDecisions } from './use-decisions.ts';
import { detailOptions } from './use-detail.ts';
import { useSuppress } from './use-suppress.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import { nextUndecided, stepFinding, withSelected } from './walk-findings.ts';

type Pane = 'outline' | 'text' | 'findings';

/** The reading desk (审读台): outline, text and findings side by side, one selection through all three. */
export function ReadingDesk({
  revision,
  outline,
  index,
}: {
  revision: Outputs['manuscripts']['get'];
  outline: Outline;
  index: FindingIndex;
}) {
  const { id } = revision;
  useDocumentTitle(revision.title);
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const submission = useSubmission(id);
  // What is sent up is decided there until it comes back.
  const waits = submission.sent?.endedHow === null && submission.received === null;
  const mayDecide = useAllowed('reviews.decide') && !waits;
  const [parameters, setParameters] = useSearchParams();
  const filter = useMemo(() => readFilter(parameters), [parameters]);
  const { seqs, counts } = useMemo(() => filterFindings(index, outline, filter), [index, outline, filter]);
  const shown = useMemo(() => shownRules(index, filter), [index, filter]);
  const compared = useMemo(() => index.carried.includes(1), [index.carried]);
  const nodeCounts = useMemo(() => countByNode(index, outline.nodes), [index, outline]);
  const starts = useMemo(() => blockStarts(outline.blockLengths), [outline]);

  const [selected, setSelected] = useState<number | null>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const [writing, setWriting] = useState(false);
  const [node, setNode] = useState(0);
  const [searching, setSearching] = useState(false);
  const [hits, setHits] = useState<readonly Hit[]>([]);
  const [hit, setHit] = useState(-1);
  const [place, setPlace] = useState<Highlight | null>(null);
  const [alike, setAlike] = useState<number | null>(null);
  const [unused, setUnused] = useState<number | null>(null);
  const [helping, setHelping] = useState(false);
  const [exporting, setExporting] = useState(false);
  const [pane, setPane] = useState<Pane>('text');
  const [listing, setListing] = useState<'findings' | 'opinions'>('findings');
  const opinions = useQuery(api.reviews.opinions.queryOptions({ input: { id } })).data ?? NO_OPINIONS;

  const go = useCallback(
    (to: Omit<Target, 'stamp'>) => {
      // Asked for now, not only once the text has scrolled there.
      void queryClient.prefetchQuery(blocksOptions(id, to.block));
      setTarget((before) => ({ ...to, stamp: (before?.stamp ?? 0) + 1 }));
    },
    [id, queryClient],
  );

  const select = useCallback(
    (seq: number, scroll = true) => {
      setSelected(seq);
      setWriting(false);
      setPlace(null);
      if (scroll) go({ block: index.block[seq]!, kind: 'mark', seq });
    },
    [go, index.block],
  );

  const decisions = useDecisions(id, select);

  // Where the next key will lead is fetched while this one is being read.
  const following = nextUndecided(seqs, index.decision, selected);
  useEffect(() => {
    if (following === null) return;
    void queryClient.prefetchQuery(detailOptions(id, following));
    void queryClient.prefetchQuery(blocksOptions(id, index.block[following]!));
  }, [following, id, index.block, queryClient]);

  const changeFilter = (next: Filter) => {
    setParameters(writeFilter(next), { replace: true });
    // The keys of the page work again at once.
    (document.activeElement as HTMLElement | null)?.blur();
  };

  const decide = (seq: number, choice: Choice) => {
    const { decision } = choice;
    if (decision === 'correct' && !index.fixable[seq]) {
      void message.info({ key: 'desk', content: '该疑点没有可直接采用的改法，请选择核实或提意见。' });
      return;
    }
    // Another unit to ask, another word on certainty: the person stays at this finding.
    const again = decision !== null && decision === decisionOf(index, seq);
    decisions.decide(seq, choice);
    setWriting(false);
    if (decision === null || again) return;
    const next = nextUndecided(seqs, index.decision, seq);
    if (next !== null) select(next);
    else void message.success({ key: 'desk', content: '当前范围内的疑点已全部处理。' });
  };

  /** Goes on to what is still to be decided; what has just been decided is in the cache, not yet in this rendering. */
  const goOn = (seq: number) => {
    const now = queryClient.getQueryData(api.reviews.index.queryKey({ input: { id } })) ?? index;
    const next = nextUndecided(seqs, now.decision, seq);
    if (next !== null) select(next);
  };
  const saveSuppression = useSuppress(decisions, index, goOn);
  const suppress = (seq: number, scope: 'quote' | 'rule') => {
    if (scope === 'rule') setUnused(seq);
    else
      saveSuppression(seq, scope, '').catch((error: unknown) => {
        noticeSession(error);
        void message.error(describeFault(error));
      });
  };

  const undo = () => {
    if (decisions.undoable === 0) {
      void message.info({ key: 'desk', content: '没有可撤销的处理。' });
      return;
    }
    const seq = decisions.undo();
    if (seq !== null) {
      select(seq);
      void message.success({ key: 'desk', content: `已撤销上一步${undoneName(index, seq)}。` });
    }
  };

  const showPlace = (start: number, end: number) => {
    let block = starts.length - 1;
    while (block > 0 && starts[block]! > start) block--;
    setPlace({ start, end: Math.max(end, start + 1), kind: 'place' });
    setPane('text');
    go({ block, kind: 'highlight', seq: null });
  };

  const showHit = (at: number) => {
    setHit(at);
    const found = hits[at];
    if (found) go({ block: found.block, kind: 'highlight', seq: null });
  };

  const closeSearch = () => {
    setSearching(false);
    setHits([]);
    setHit(-1);
  };

  // The cards are memoised: they keep one set of actions, which always calls the latest.
  const latest = useRef({ select, decide, showPlace, suppress });
  latest.current = { select, decide, showPlace, suppress };
  const actions = useMemo<CardActions>(
    () => ({
      select: (seq) => latest.current.select(seq),
      decide: (seq, choice) => latest.current.decide(seq, choice),
      decideAlike: setAlike,
      suppress: (seq, scope) => latest.current.suppress(seq, scope),
      openOpinion: (seq) => setWriting(seq !== null),
      showPlace: (start, end) => latest.current.showPlace(start, end),
    }),
    [],
  );

  const pick = useCallback((seq: number, found: number[]) => {
    // Clicking again where findings overlap goes through them.
    setSelected((before) => {
      const at = before === null ? -1 : found.indexOf(before);
      return at < 0 ? seq : found[(at + 1) % found.length]!;
    });
    setWriting(false);
    setPlace(null);
    setSearching(false);
  }, []);
  const listed = useMemo(() => withSelected(seqs, selected), [seqs, selected]);
  const followText = useCallback((block: number) => setNode(nodeAtBlock(outline.nodes, block)), [outline]);
  const pickNode = useCallback(
    (picked: number) => {
      setNode(picked);
      setPane('text');
      go({ block: outline.nodes[picked]!.firstBlock, kind: 'block', seq: null });
    },
    [go, outline],
  );
  const takeHits = useCallback((next: readonly Hit[]) => {
    setHits(next);
    setHit(-1);
  }, []);

  useShortcuts({
    step: (by) => {
      const seq = stepFinding(seqs, selected, by);
      if (seq !== null) select(seq);
      else if (seqs.length > 0)
        void message.info({ key: 'desk', content: by === 1 ? '已是最后一条。' : '已是第一条。' });
    },
    decide: (decision) => {
      if (selected === null || !mayDecide) return;
      if (decision === 'opine') setWriting(true);
      else decide(selected, { decision, wording: null });
    },
    undo,
    search: () => {
      setSearching(true);
      setPane('findings');
      document
        .querySelector<HTMLInputElement>('[data-testid="search-input"] input, input[data-testid="search-input"]')
        ?.select();
    },
    help: () => setHelping((open) => !open),
    leave: () => (searching ? closeSearch() : setPlace(null)),
  });

  // An address may name the finding or the passage to begin with.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const [from, to] = (/^(\d{1,9})-(\d{1,9})$/.exec(parameters.get('at') ?? '') ?? []).slice(1).map(Number);
    if (from !== undefined && to !== undefined) {
      latest.current.showPlace(from, to);
      return;
    }
    const wanted = parameters.get('finding');
    const seq = wanted === null ? seqs[0] : Number(wanted);
    if (seq !== undefined && seq < index.rule.length) select(seq, wanted !== null || parameters.size > 0);
  }, [index.rule.length, parameters, select, seqs]);

  const highlights = useMemo<Highlight[]>(
    () => [
      ...hits.map(({ start, end }, at) => ({ start, end, kind: at === hit ? ('current' as const) : ('hit' as const) })),
      ...(place ? [place] : []),
      ...opinions.map(({ start, end }) => ({ start, end, kind: 'opinion' as const })),
    ],
    [hits, hit, place, opinions],
  );
  const total = index.rule.length;
  const undecided = useMemo(() => index.decision.reduce((sum, code) => sum + (code === -1 ? 1 : 0), 0), [index]);

  return (
    <div className={`desk show-${pane}`}>
      <DeskBar
        revision={revision}
        total={total}
        undecided={undecided}
        undoable={decisions.undoable}
        pane={pane}
        onPane={setPane}
        onUndo={undo}
        onSearch={() => {
          setSearching(true);
          setPane('findings');
        }}
        onHelp={() => setHelping(true)}
        onExport={() => setExporting(true)}
        waits={waits}
        back={submission.received ? '/submissions' : `/works/${revision.workId}`}
      />
      <SubmissionNotice {...submission} />
      <div className="desk-panes">
        <OutlinePane outline={outline} counts={nodeCounts} current={node} onPick={pickNode} />
        <TextPane
          id={id}
          outline={outline}
          index={index}
          shown={shown}
          selected={selected}
          highlights={highlights}
          target={target}
          onPick={pick}
          onBlock={followText}
        />
        <aside className="findings-pane" aria-label="疑点">
          {searching ? (
            <SearchPane id={id} current={hit} onHits={takeHits} onCurrent={showHit} onClose={closeSearch} />
          ) : (
            <>
              <div className="listing-switch">
                <Segmented<'findings' | 'opinions'>
                  size="small"
                  block
                  value={listing}
                  onChange={setListing}
                  data-testid="listing-switch"
                  options={[
                    { value: 'findings', label: `疑点 ${total}` },
                    { value: 'opinions', label: `自提意见 ${opinions.length}` },
                  ]}
                />
              </div>
              {listing === 'opinions' && <OpinionsPane opinions={opinions} mayDecide={mayDecide} onShow={showPlace} />}
            </>
          )}
          {!searching && listing === 'findings' && (
            <>
              <FindingFilters
                filter={filter}
                counts={counts}
                rules={index.rules}
                compared={compared}
                chapter={{ node, title: outline.nodes[node]?.title ?? '' }}
                onChange={changeFilter}
              />
              <div className="findings-count" data-testid="findings-count">
                列出 {seqs.length} 条{filter.node !== null && `，限于“${outline.nodes[filter.node]?.title ?? ''}”`}
              </div>
              <OwnText value={submission.received === null}>
                <FindingsPane
                  id={id}
                  index={index}
                  seqs={listed}
                  filterKey={JSON.stringify(filter)}
                  selected={selected}
                  writing={writing}
                  mayDecide={mayDecide}
                  actions={actions}
                />
              </OwnText>
            </>
          )}
        </aside>
      </div>
      {mayDecide && <RaiseOpinion id={id} />}
      <ShortcutHelp open={helping} onClose={() => setHelping(false)} />
      {alike !== null && (
        <DecideAlike
          index={index}
          seq={alike}
          decisions={decisions}
          onClose={(decided) => {
            setAlike(null);
            if (decided) goOn(alike);
          }}
        />
      )}
      {unused !== null && (
        <SuppressRule
          title={ruleOf(index, unused).title}
          save={(reason) => saveSuppression(unused, 'rule', reason)}
          onClose={() => setUnused(null)}
        />
      )}
      {exporting && (
        <ExportDialog id={id} title={revision.title} counts={countStates(index)} onClose={() => setExporting(false)} />
      )}
    </div>
  );
}

const NO_OPINIONS: never[] = [];

function undoneName(index: FindingIndex, seq: number): string {
  const decision = decisionOf(index, seq);
  return decision === null ? '处理' : `“${DECISION_NAMES[decision]}”`;
}

function countStates(index: FindingIndex): Record<string, number> {
  const counts: Record<string, number> = {};
  for (let seq = 0; seq < index.decision.length; seq++) {
    const state = decisionOf(index, seq) ?? 'undecided';
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}
