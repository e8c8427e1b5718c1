import { Button } from 'antd';

/** What a list read page by page has to offer for its next page. */
interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** Button below a list that is read page by page (加载更多); nothing where all of it is there. */
export function MoreButton({ list }: { list: Paged }) {
  if (!list.hasNextPage) return null;
  return (
    <div className="more">
      <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="list-more">
        加载更多
      </Button>
    </div>
  );
}
