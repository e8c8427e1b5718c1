import { Button, Modal, Typography } from 'antd';

/** Shows a one-time password (一次性口令) the only time it can be seen. */
export function OneTimePassword({ name, password, onClose }: { name: string; password: string; onClose: () => void }) {
  return (
    <Modal
      open
      title="一次性口令"
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose} data-testid="one-time-done">
          已记下
        </Button>
      }
    >
      <p>
        请转告“{name}”用下面的口令登录，首次登录须自行修改。<b>关闭后不再显示。</b>
      </p>
      <Typography.Paragraph
        code
        copyable={{ text: password, tooltips: ['复制', '已复制'] }}
        data-testid="one-time-password"
        className="one-time"
      >
        {password}
      </Typography.Paragraph>
    </Modal>
  );
}
