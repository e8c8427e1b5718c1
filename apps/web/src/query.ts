import { MutationCache, QueryCache, QueryClient, hashKey } from '@tanstack/react-query';

import { api, isRefusal } from './api.ts';

const ME_HASH = hashKey(api.accounts.me.queryKey());

/** A lost session or a password to change is answered once, here: the shell asks who is signed in and sends on. */
export function noticeSession(error: unknown): void {
  if (isRefusal(error, 'SIGN_IN_REQUIRED') || isRefusal(error, 'PASSWORD_CHANGE_REQUIRED')) {
    void queryClient.invalidateQueries({ queryKey: api.accounts.me.key() });
  }
}

/** Cache of everything read from the server (查询缓存). */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      // Asking again because asking failed would never end.
      if (query.queryHash !== ME_HASH) noticeSession(error);
    },
  }),
  mutationCache: new MutationCache({ onError: noticeSession }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => error instanceof TypeError && count < 2,
    },
  },
});
