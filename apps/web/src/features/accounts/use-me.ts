import { useQuery } from '@tanstack/react-query';
import type { Action } from '@xiuzhi/domain';

import { type Outputs, api } from '../../api.ts';

/** Who is signed in and what their posts allow (当前人员). */
export type Me = Outputs['accounts']['me'];

/** The signed-in person; only for pages inside the shell, which waits until it is known. */
export function useMe(): Me {
  const { data } = useQuery(api.accounts.me.queryOptions({ staleTime: 60_000 }));
  if (!data) throw new Error('useMe outside the shell');
  return data;
}

/** True where a current post of the person grants the action somewhere (操作权限). */
export function useAllowed(action: Action): boolean {
  return useMe().actions.includes(action);
}
