import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';

import type { Context } from '../../http/context.ts';
import { organisationHandlers } from './list-organisations.ts';
import { personHandlers } from './manage-persons.ts';
import { postHandlers } from './manage-posts.ts';
import { tokenHandlers } from './manage-tokens.ts';
import { signInHandlers } from './sign-in.ts';

/** Accounts (组织、人员、岗位): every operation of the contract, or it does not compile. */
export const accountsHandlers = implement(contract.accounts)
  .$context<Context>()
  .router({ ...signInHandlers, ...organisationHandlers, ...tokenHandlers, ...personHandlers, ...postHandlers });
