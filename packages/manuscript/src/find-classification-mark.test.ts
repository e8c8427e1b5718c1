import { describe, expect, test } from 'vitest';
import { findClassificationMark } from './find-classification-mark.ts';

describe('marks', () => {
  test.each([
    ['机密★1年', '机密★'],
    ['　绝 密 ★ 长期', '绝 密 ★'],
    ['乙县志\n秘密★\n2020年', '秘密★'],
    ['★机密', '★机密'],
    ['密级：秘密', '密级：秘'],
    ['正文\n密 级: 机密', '密 级: 机'],
    ['密级：内部', '密级：内'],
    ['机密', '机密'],
    ['正文第一行。\n秘密 10年\n正文', '秘密 10年'],
    ['内部资料 注意保存', '内部资料 注意保存'],
    ['内部资料，请注意保存', '内部资料，请注意保存'],
    ['（内部资料　注意保密）', '（内部资料　注意保密'],
    ['内部参阅', '内部参阅'],
    ['【内部参阅】', '【内部参阅】'],
  ])('%s', (text, mark) => {
    expect(findClassificationMark(text)).toBe(mark);
  });
});

describe('prose and forms that only speak of secrecy', () => {
  test.each([
    '1990年设县委保密局，管理机密档案。',
    '县法院审结首起商业秘密侵权纠纷案。',
    '该厂的工艺属于商业秘密★级保护项目。',
    '党的秘密组织在乙县活动。\n绝密情报由交通员送出。',
    '档案按密级：绝密、机密、秘密分别保管。',
    '密级：\n编号：',
    '密级：无',
    '密级：□绝密 □机密',
    '该刊为内部资料，发至各乡镇。',
    '年内编印内部参阅资料12期。',
    '印发《情况通报》供内部参阅。',
    '★为重点保护文物。',
    `${'正文。\n'.repeat(12)}秘密\n公开`,
  ])('%s', (text) => {
    expect(findClassificationMark(text)).toBeNull();
  });
});
