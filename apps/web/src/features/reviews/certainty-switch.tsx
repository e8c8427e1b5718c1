import { CERTAINTIES, CERTAINTY_NAMES, type Certainty } from '@xiuzhi/domain';
import { Segmented } from 'antd';

/** 修改意见 or 不确定意见; the latter is to be discussed and is not counted. */
export function CertaintySwitch({ value, onChange }: { value: Certainty; onChange: (value: Certainty) => void }) {
  return (
    <p className="certainty-switch">
      <Segmented<Certainty>
        size="small"
        value={value}
        onChange={onChange}
        options={CERTAINTIES.map((certainty) => ({ value: certainty, label: CERTAINTY_NAMES[certainty] }))}
      />
      {value === 'uncertain' && <span className="muted">　列入“需讨论研究的意见”，核对时不计。</span>}
    </p>
  );
}
