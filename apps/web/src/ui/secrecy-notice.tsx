import { Alert } from 'antd';

/** Standing notice of a system that holds no state secrets (非涉密提示), shown where people sign in and hand in text. */
export function SecrecyNotice() {
  return (
    <Alert
      type="info"
      showIcon
      data-testid="secrecy-notice"
      title="本系统为非涉密系统，严禁存储、处理、传输国家秘密和工作秘密。"
    />
  );
}
