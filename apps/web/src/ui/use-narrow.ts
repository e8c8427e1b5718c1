import { Grid } from 'antd';

/** True on a telephone (窄屏), where a list shows its facts below each other instead of in columns. */
export function useNarrow(): boolean {
  return Grid.useBreakpoint().md === false;
}
