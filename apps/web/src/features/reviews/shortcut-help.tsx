import { Modal } from 'antd';

const KEYS: [string[], string][] = [
  [['J', '↓'], '下一条疑点'],
  [['K', '↑'], '上一条疑点'],
  [['1'], '不采纳'],
  [['2'], '径改（采用建议改法）'],
  [['3'], '核实（请供稿单位核实）'],
  [['4'], '提意见，写好后 Ctrl+Enter 保存'],
  [['O'], '对选中的文字提意见'],
  [['U', 'Ctrl+Z'], '撤销上一步处理'],
  [['/', 'Ctrl+F'], '在全书中查找'],
  [['?'], '显示或关闭本说明'],
];

/** Overlay with the keys of the reading page (快捷键). */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal open={open} title="快捷键" footer={null} width={420} onCancel={onClose}>
      <table className="shortcut-table" data-testid="shortcut-help">
        <tbody>
          {KEYS.map(([keys, title]) => (
            <tr key={title}>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
              <td>{title}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">处理一条后自动转到下一条未处理的疑点。</p>
    </Modal>
  );
}
