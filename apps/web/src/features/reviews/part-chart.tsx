import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

import type { Outputs } from '../../api.ts';

type Part = Outputs['reviews']['summary']['byPart'][number];

use([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const ROW = 24;

/** Bars of the findings of each part of the book (各编疑点), undecided and decided; a bar leads into the text. */
export function PartChart({ parts, onPick }: { parts: readonly Part[]; onPick: (node: number) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    const chart = init(box.current, null, { locale: 'ZH' });
    chart.setOption({
      animation: false,
      color: ['#c08a3e', '#9db8a6'],
      grid: { left: 4, right: 40, top: 28, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      legend: { top: 0, right: 8, itemWidth: 14, itemHeight: 10, data: ['未处理', '已处理'] },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: {
        type: 'category',
        inverse: true,
        data: parts.map((part) => part.title || '（卷首）'),
        axisTick: { show: false },
        axisLabel: { width: 180, overflow: 'truncate', color: '#3c4650' },
      },
      series: [
        { name: '未处理', type: 'bar', stack: 'all', barMaxWidth: 14, data: parts.map((part) => part.undecided) },
        {
          name: '已处理',
          type: 'bar',
          stack: 'all',
          barMaxWidth: 14,
          data: parts.map((part) => part.count - part.undecided),
        },
      ],
    });
    chart.on('click', ({ dataIndex }) => pick.current(parts[dataIndex]!.node));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(box.current!);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [parts]);
  return <div ref={box} style={{ height: 48 + parts.length * ROW }} data-testid="summary-chart" />;
}
