import { Tag } from 'antd';
import type { LetterState } from '@xiuzhi/domain';

const STATES: Record<LetterState, { words: string; color?: string }> = {
  draft: { words: '草稿' },
  signed: { words: '已签发', color: 'processing' },
  withdrawn: { words: '已撤回' },
};

/** How far a letter has come (签发状态), answered ones included. */
export function LetterStateTag({ letter }: { letter: { state: LetterState; answeredAt: string | null } }) {
  if (letter.state === 'signed' && letter.answeredAt) {
    return (
      <Tag color="success" data-testid="letter-state">
        答复完毕
      </Tag>
    );
  }
  const { words, color } = STATES[letter.state];
  return (
    <Tag {...(color && { color })} data-testid="letter-state">
      {words}
    </Tag>
  );
}
