import { Skeleton } from 'antd';

/** Placeholder while a page or its first data is on the way (加载中). */
export function PageSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div className="page" aria-busy="true" aria-label="正在加载">
      <Skeleton active paragraph={{ rows }} />
    </div>
  );
}
