import {
  ArrowLeftOutlined,
  BarChartOutlined,
  DiffOutlined,
  ExportOutlined,
  SearchOutlined,
  TableOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Button, Progress, Segmented, Tooltip } from 'antd';
import { Link } from 'react-router';

import type { Outputs } from '../../api.ts';
import { formatCharacters } from '../../ui/format-count.ts';
import { useAllowed } from '../accounts/use-me.ts';
import { DraftMenu } from '../letters/draft-menu.tsx';

type Pane = 'outline' | 'text' | 'findings';

/** Bar above the reading desk: which book, how far the review has come, and what can be done with it. */
export function DeskBar({
  revision,
  total,
  undecided,
  undoable,
  pane,
  onPane,
  onUndo,
  onSearch,
  onHelp,
  onExport,
  back,
  waits,
}: {
  revision: Outputs['manuscripts']['get'];
  total: number;
  undecided: number;
  undoable: number;
  pane: Pane;
  onPane: (pane: Pane) => void;
  onUndo: () => void;
  onSearch: () => void;
  onHelp: () => void;
  onExport: () => void;
  /** Where the person came from. */
  back: string;
  /** Sent up, and not to the person's own office. */
  waits: boolean;
}) {
  const mayExport = useAllowed('reviews.export');
  const mayDecide = useAllowed('reviews.decide');
  const mayDraft = useAllowed('letters.draft') && !waits;
  const done = total - undecided;
  return (
    <div className="desk-bar">
      <Link to={back} aria-label="返回" data-testid="desk-back">
        <ArrowLeftOutlined />
      </Link>
      <strong className="desk-title" title={`${revision.title}（${revision.fileName}）`}>
        {revision.title}
      </strong>
      <span className="muted desk-facts">
        第{revision.number}稿 · {formatCharacters(revision.characters)}
      </span>
      <span className="desk-progress" data-testid="desk-progress">
        <Progress percent={total === 0 ? 100 : Math.floor((done / total) * 100)} size="small" showInfo={false} />
        <span className="number">
          已处理 {done}／{total}
        </span>
      </span>
      <span className="desk-switch">
        <Segmented<Pane>
          size="small"
          value={pane}
          onChange={onPane}
          options={[
            { value: 'outline', label: '篇目' },
            { value: 'text', label: '正文' },
            { value: 'findings', label: '疑点' },
          ]}
        />
      </span>
      <span className="desk-buttons">
        {mayDecide && (
          <Tooltip title="撤销上一步处理（U）">
            <Button
              size="small"
              icon={<UndoOutlined />}
              disabled={undoable === 0}
              onClick={onUndo}
              data-testid="desk-undo"
            >
              撤销
            </Button>
          </Tooltip>
        )}
        <Tooltip title="在全书中查找（/）">
          <Button size="small" icon={<SearchOutlined />} onClick={onSearch} data-testid="desk-search">
            查找
          </Button>
        </Tooltip>
        {revision.number > 1 && (
          <Link to={`/revisions/${revision.id}/check`}>
            <Button size="small" icon={<DiffOutlined />} data-testid="desk-check">
              整改核对
            </Button>
          </Link>
        )}
        <Link to={`/revisions/${revision.id}/figures`}>
          <Button size="small" icon={<TableOutlined />} data-testid="desk-figures">
            数据台账
          </Button>
        </Link>
        <Link to={`/revisions/${revision.id}/summary`}>
          <Button size="small" icon={<BarChartOutlined />} data-testid="desk-summary">
            汇总
          </Button>
        </Link>
        {mayDraft && <DraftMenu revisionId={revision.id} size="small" />}
        {mayExport && (
          <Button size="small" icon={<ExportOutlined />} onClick={onExport} data-testid="desk-export">
            导出批注稿
          </Button>
        )}
        <Tooltip title="快捷键（?）">
          <Button size="small" onClick={onHelp} aria-label="快捷键" data-testid="desk-help">
            ?
          </Button>
        </Tooltip>
      </span>
    </div>
  );
}
