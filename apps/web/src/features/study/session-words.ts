import { SESSION_KIND_NAMES } from '@xiuzhi/domain';

import type { Outputs } from '../../api.ts';

/** Record of a study session or a meeting (会议学习记录). */
export type Session = Outputs['study']['get'];

/** Name of a kind of session (会议类别). */
export const nameKind = (kind: Session['kind']): string => SESSION_KIND_NAMES[kind];
