import { Button, Result } from 'antd';

/** Shown where a page broke while drawing or its code could not be fetched (页面故障). */
export function FaultPage() {
  return (
    <Result
      status="warning"
      title="页面未能显示"
      subTitle="可能是网络中断或系统刚刚更新。已保存的处理不受影响，请重试；如仍不行请联系管理员。"
      extra={
        <Button type="primary" data-testid="fault-retry" onClick={() => location.reload()}>
          重试
        </Button>
      }
    />
  );
}
