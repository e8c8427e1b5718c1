import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

import type { Outputs } from '../../api.ts';

type Part = Outputs['reviews']['summary']['byPart'][number];

use([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const ROW = 24;
/** Beyond this many parts the bars stand upright, so that a book of fifty parts still fits the page. */
const LYING = 14;
/** On a phone upright bars have no room for their names. */
const NARROW = '(max-width: 640px)';

/** Bars of the findings of each part of the book (各编疑点), undecided and decided; a bar leads into the text. */
export function PartChart({ parts, onPick }: { parts: readonly Part[]; onPick: (node: number) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const lying = parts.length <= LYING || matchMedia(NARROW).matches;
  useEffect(() => {
    const chart = init(box.current, null, { locale: 'ZH' });
    const titles = {
      type: 'category' as const,
      inverse: lying,
      data: parts.map((part) => part.title || '（卷首）'),
      axisTick: { show: false },
      axisLabel: {
        color: '#3c4650',
        overflow: 'truncate' as const,
        width: lying ? (matchMedia(NARROW).matches ? 110 : 180) : 90,
        ...(!lying && { rotate: 50, interval: 0, fontSize: 11 }),
      },
    };
    const numbers = { type: 'value' as const, minInterval: 1, splitLine: { lineStyle: { color: '#e6e8e4' } } };
    const bar = { type: 'bar' as const, stack: 'all', barMaxWidth: 14, cursor: 'pointer' };
    chart.setOption({
      animation: false,
      color: ['#c08a3e', '#9db8a6'],
      grid: { left: 4, right: 24, top: 28, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      legend: { top: 0, right: 8, itemWidth: 14, itemHeight: 10, data: ['未处理', '已处理'] },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      ...(lying ? { xAxis: numbers, yAxis: titles } : { xAxis: titles, yAxis: numbers }),
      series: [
        { ...bar, name: '未处理', data: parts.map((part) => part.undecided) },
        { ...bar, name: '已处理', data: parts.map((part) => part.count - part.undecided) },
      ],
    });
    chart.on('click', ({ dataIndex }) => pick.current(parts[dataIndex]!.node));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(box.current!);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [parts, lying]);
  return (
    <div
      ref={box}
      className="part-chart"
      style={{ height: lying ? 48 + parts.length * ROW : 340 }}
      data-testid="summary-chart"
    />
  );
}
