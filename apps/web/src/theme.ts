import type { ThemeConfig } from 'antd';

/** Look of the whole app (界面主题): ink blue on paper, small radii, dense. Fonts are those an office desktop has. */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#2a5d7c',
    colorInfo: '#2a5d7c',
    // Worked out from colours so muted, these would come out grey.
    colorPrimaryBg: '#e6eff5',
    colorPrimaryBgHover: '#d9e7f0',
    colorPrimaryBorder: '#a9c4d5',
    colorInfoBg: '#f0f5f9',
    colorInfoBorder: '#cbdce8',
    colorSuccessBg: '#f0f6f1',
    colorSuccessBorder: '#c3d9c9',
    colorWarningBg: '#fbf6ea',
    colorWarningBorder: '#e6d6ae',
    colorErrorBg: '#fbf1ef',
    colorErrorBgHover: '#f7e4e0',
    colorErrorBorder: '#e6c0ba',
    controlItemBgActive: '#e6eff5',
    controlItemBgActiveHover: '#d9e7f0',
    colorLink: '#23597b',
    colorError: '#b03a2e',
    colorWarning: '#9a6a12',
    colorSuccess: '#3c7a52',
    colorTextBase: '#20262c',
    // Hints and the words of an empty box are read too: 4.5:1 and more.
    colorTextDescription: '#66707a',
    colorTextPlaceholder: '#66707a',
    colorBgLayout: '#f4f5f3',
    borderRadius: 4,
    fontSize: 14,
    fontFamily:
      '-apple-system, "Segoe UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Descriptions: { labelColor: '#66707a' },
    Table: { cellPaddingBlock: 9 },
    Tree: { titleHeight: 26 },
  },
};
