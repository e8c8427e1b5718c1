import { useQueryClient } from '@tanstack/react-query';

import { type Outputs, api } from '../../api.ts';

/** What every dialog about an organisation is given. */
export interface ReshapeProps {
  readonly organisation: Outputs['organisations']['get'];
  readonly onClose: () => void;
  /** Opens another organisation on the page. */
  readonly onOpen: (id: string | null) => void;
}

/** What follows any change of the tree (机构调整): names and places stand on every page, so everything is read again. */
export function useReshaped(done: () => void): { onSuccess: () => void; onError: () => void } {
  const queryClient = useQueryClient();
  const readAgain = () => void queryClient.invalidateQueries();
  return {
    onSuccess: () => {
      readAgain();
      done();
    },
    // Refused because somebody was faster: what they made of it shows behind the dialog.
    onError: () => void queryClient.invalidateQueries({ queryKey: api.organisations.key() }),
  };
}
