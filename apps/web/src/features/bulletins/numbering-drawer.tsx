import { Drawer } from 'antd';

import type { Series } from './bulletin-words.ts';
import { NumberingPanel } from './numbering-panel.tsx';

/** Drawer that tells how the numbers of a series follow each other (期号核对): what is missing, what stands twice. */
export function NumberingDrawer({ series, onClose }: { series: Series; onClose: () => void }) {
  return (
    <Drawer open title={`期号核对：${series.name}`} size={620} onClose={onClose} data-testid="numbering-drawer">
      <NumberingPanel seriesId={series.id} />
    </Drawer>
  );
}
