import { ImportOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { WORD_KIND_NAMES } from '@xiuzhi/contract';
import { WORD_KINDS, type WordKind } from '@xiuzhi/review';
import { App, Button, Empty, Input, Popconfirm, Select, Skeleton, Tag } from 'antd';
import { useState } from 'react';

import { type Outputs, api, describeFault } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { AddWord } from './add-word.tsx';
import { ImportWords } from './import-words.tsx';

type Word = Outputs['works']['words']['items'][number];

/** Dictionary of a work (词库): words that are right as they stand, and their wrong forms. */
export function DictionaryTab({ workId, allowed }: { workId: string; allowed: boolean }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<WordKind>();
  const [importing, setImporting] = useState(false);
  const again = () => void queryClient.invalidateQueries({ queryKey: api.works.key() });
  const words = useInfiniteQuery(
    api.works.words.infiniteOptions({
      input: (cursor: string | undefined) => ({
        id: workId,
        limit: 100,
        ...(search && { search }),
        ...(kind && { kind }),
        ...(cursor && { cursor }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const remove = useMutation(
    api.works.removeWord.mutationOptions({ onError: (error) => message.error(describeFault(error)), onSettled: again }),
  );
  const items = words.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <p className="muted">
        收本书通行的人名、机构、地名、用语。词库中的词按正确写法对待，不再提示；填了误写的，书中出现误写时提请核对。
      </p>
      {allowed && <AddWord workId={workId} onAdded={again} />}
      <div className="word-bar">
        <Input.Search
          allowClear
          maxLength={60}
          placeholder="查找词语或误写"
          aria-label="查找词语或误写"
          data-testid="words-search"
          onSearch={(value) => setSearch(value.trim())}
        />
        <Select<WordKind>
          allowClear
          placeholder="类别"
          aria-label="类别"
          value={kind}
          onChange={setKind}
          options={WORD_KINDS.map((value) => ({ value, label: WORD_KIND_NAMES[value] }))}
        />
        {allowed && (
          <Button icon={<ImportOutlined />} onClick={() => setImporting(true)} data-testid="words-import">
            导入名单
          </Button>
        )}
      </div>
      {words.error && !words.data ? (
        <FaultNotice error={words.error} onRetry={() => void words.refetch()} />
      ) : !words.data ? (
        <Skeleton active />
      ) : items.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={search || kind ? '没有符合条件的词。' : '词库还是空的，可以逐个新增，也可以导入名单。'}
        />
      ) : (
        <ul className="words">
          {items.map((word) => (
            <li key={word.id} data-testid="word">
              <span>
                <b>{word.word}</b> <Tag>{WORD_KIND_NAMES[word.kind]}</Tag>
                <span className="muted">{describeWord(word)}</span>
              </span>
              {allowed && (
                <Popconfirm
                  title={`从词库删去“${word.word}”？`}
                  okText="删去"
                  okButtonProps={{ 'data-testid': 'word-remove-confirm' }}
                  onConfirm={() => remove.mutate({ id: workId, wordId: word.id })}
                >
                  <Button type="link" size="small" data-testid="word-remove">
                    删去
                  </Button>
                </Popconfirm>
              )}
            </li>
          ))}
        </ul>
      )}
      <MoreButton list={words} />
      {importing && (
        <ImportWords
          workId={workId}
          onClose={(changed) => {
            setImporting(false);
            if (changed) again();
          }}
        />
      )}
    </>
  );
}

function describeWord({ wrong, from, to }: Word): string {
  const years = from === null && to === null ? '' : `${from ?? ''}—${to ?? '今'}`;
  return [wrong.length > 0 && `误写：${wrong.join('、')}`, years].filter(Boolean).join(' · ');
}
