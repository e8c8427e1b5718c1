import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import dayjs from 'dayjs';

import { api, describeFault } from '../../api.ts';

/** Begins a draft of today (新建一期) where one is needed to go on: a button for each of these series. */
export function BeginDraft({ series }: { series: readonly { id: string; name: string }[] }) {
  const queryClient = useQueryClient();
  const create = useMutation(
    api.bulletins.create.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.bulletins.list.key() }),
    }),
  );
  const begin = (seriesId: string) =>
    create.mutate({ seriesId, issuedOn: dayjs().format('YYYY-MM-DD'), supplement: false });
  return (
    <>
      {create.error && <Alert type="error" showIcon className="spaced" title={describeFault(create.error)} />}
      {series.map(({ id, name }) => (
        <Button key={id} loading={create.isPending} onClick={() => begin(id)} data-testid="draft-begin">
          {series.length > 1 ? `新建一期${name}` : '新建一期'}
        </Button>
      ))}
    </>
  );
}
