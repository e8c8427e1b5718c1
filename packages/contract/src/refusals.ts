/**
 * Every business "no" (拒绝) of the wire: code → HTTP status and the Chinese sentence a person reads.
 * A code that is not here cannot be declared by an operation, so a refusal without words does not compile.
 */
export const REFUSALS = {
  SIGN_IN_REQUIRED: { status: 401, message: '登录已失效，请重新登录。' },
  WRONG_CREDENTIALS: { status: 401, message: '用户名或口令不正确，请核对后再试。' },
  TOO_MANY_ATTEMPTS: { status: 429, message: '尝试次数过多，请 15 分钟后再试。' },
  PASSWORD_CHANGE_REQUIRED: { status: 403, message: '请先修改口令，再使用其他功能。' },
  WEAK_PASSWORD: { status: 422, message: '新口令至少 10 个字符，不能含有用户名，也不能与原口令相同。' },
  WRONG_PASSWORD: { status: 422, message: '原口令不正确。' },
  NOT_ALLOWED: { status: 403, message: '您的岗位没有此项权限，如需办理请联系本单位管理员。' },
  NOT_FOUND: { status: 404, message: '未找到该内容，可能已被移除，或不在您的查看范围内。' },
  NAME_TAKEN: { status: 409, message: '该用户名已被使用，请换一个。' },
  LAST_ADMINISTRATOR: { status: 409, message: '这是最后一位管理员，请先另设管理员再操作。' },
  TOO_MANY_TOKENS: { status: 409, message: '令牌最多 20 个，请先停用不再使用的令牌。' },
  POST_ENDED: { status: 409, message: '该岗位在交接日期之前已经结束，不能再交接。' },
  ORGANISATION_ENDED: { status: 409, message: '该机构已并入其他机构，不能再改动。' },
  ORGANISATION_NAME_TAKEN: { status: 409, message: '同一上级之下已有这个名称的机构，请核对。' },
  CODE_TAKEN: { status: 409, message: '该行政区划代码已有机构使用，请核对后再填。' },
  WRONG_PLACE: { status: 422, message: '这类机构不能设在所选的上级之下，请另选上级。' },
  BELOW_ITSELF: { status: 422, message: '机构不能移到或并入自身及其下级，请另选机构。' },
  NOT_ALIKE: { status: 422, message: '只有同类机构才能合并，请另选机构。' },
  OTHER_OFFICE: { status: 422, message: '内设机构只能并入同一办公室的机构；跨办公室的，请先调整隶属关系。' },
  BAD_DAY: { status: 422, message: '日期不能晚于今天，请核对后再填。' },
  STALE: { status: 409, message: '内容已被他人更新，请刷新后再操作。' },
  DECISION_CONFLICT: { status: 409, message: '该疑点刚由他人处理，已为您刷新，请查看后再决定。' },
  NO_SUGGESTION: { status: 422, message: '该疑点没有可直接采用的改法，请选择核实或提意见。' },
  WORDING_REQUIRED: { status: 422, message: '提意见请先写明意见内容。' },
  ONE_BY_ONE: { status: 422, message: '涉及政治表述或保密的疑点须逐条查看，不能批量处理。' },
  NOT_READY: { status: 409, message: '稿件尚在处理，请稍候再试。' },
  EXPORT_FAILED: {
    status: 422,
    message: '批注稿未能生成，原稿内容过大或结构特殊。请少选一些疑点再试，或分卷导入后再导出。',
  },
  PRINT_FAILED: { status: 422, message: '条目过多，文件未能生成。请改下载 Excel 表，或分次拟稿。' },
  BAD_TEXT: { status: 422, message: '文字中含有无法保存的字符，请删除后再提交。' },
  NOT_A_DRAFT: { status: 409, message: '该文书已签发或已撤回，不能再修改。' },
  NOT_SIGNED: { status: 409, message: '该文书尚未签发或已撤回，不能办理此项。' },
  NO_LINES: { status: 422, message: '没有可列入的条目，请先在审读页对疑点选择“提意见”或“核实”。' },
  NO_ADDRESSEE: { status: 422, message: '请先填写主送单位，再签发。' },
  LOOK_FIRST: { status: 409, message: '还有涉及政治表述或保密的疑点没有逐条看过，请看完并处理后再签发。' },
  REASON_REQUIRED: { status: 422, message: '请写明理由或说明。' },
  ANSWERS_MISSING: { status: 422, message: '还有条目没有答复，请逐条答复后再提交。' },
  SENT_UP: { status: 409, message: '此稿已送上级审查，退回之前不能处理疑点。' },
  BAD_PERIOD: { status: 422, message: '起始年份不能晚于终止年份，请核对后再填。' },
  WORD_TAKEN: { status: 409, message: '词库中已有这个词，请核对。' },
  DICTIONARY_FULL: { status: 409, message: '词库最多收 20000 个词，请先删去不用的词。' },
  REVIEWING: { status: 409, message: '此稿正在重新审校，请稍候再试。' },
  SAME_FIGURE: { status: 422, message: '两处数据完全一致，不必认定。' },
  ALREADY_SENT: { status: 409, message: '此稿已在送审中，不必重复送审。' },
  LETTER_SIGNED: { status: 409, message: '上级已就此稿签发文书，不能再撤回送审。' },
  SUBMISSION_ENDED: { status: 409, message: '此次送审已经结束，请刷新页面查看。' },
  TASK_ENDED: { status: 409, message: '该待办已办结或已撤回。' },
  TASK_OPEN: { status: 409, message: '该待办正在办理，不需要退回。' },
  ALREADY_REMINDED: { status: 409, message: '已经提醒过一次，请直接电话或当面联系承办人。' },
  IN_USE: { status: 409, message: '已有文书用到该单位，不能删去。' },
  NOTHING_BEFORE: { status: 409, message: '此稿没有上一稿，无从核对。' },
  NOT_AT_THIS_STEP: { status: 409, message: '该期简报不在这一环节，请刷新后查看办到哪一步。' },
  NO_ITEMS: { status: 422, message: '该期还没有信息，请先选入或撰写，再送核稿。' },
  NO_ISSUE_DATE: { status: 422, message: '请先填写印发日期。' },
  SAME_HAND: { status: 422, message: '拟稿人不能对自己拟的稿核稿、保密审查或签发，请交由他人办理。' },
  DISCLOSURE_REQUIRED: { status: 422, message: '请先选定信息公开选项，再签发。' },
  GROUND_REQUIRED: { status: 422, message: '依申请公开、不予公开须写明依据。' },
  SECRECY_REVIEW_REQUIRED: { status: 422, message: '尚未通过保密审查，或审查之后又有改动，请先办理保密审查。' },
  RUNS_BACK: {
    status: 422,
    message:
      '该刊物已有以后年度的期号，再编这一年的期号，总期号就会倒排。请退回，把印发日期改为实际签发的日期后再签发。',
  },
  NOT_PROACTIVE: { status: 422, message: '只有“主动公开”的简报可以上网公开。' },
  PUBLISHED: { status: 409, message: '该期已在网上公开，请先撤下，再退回核对。' },
  NUMBER_TAKEN: { status: 409, message: '该刊物已有这一期号，请核对后再保存。' },
  SERIES_NAME_TAKEN: { status: 409, message: '本单位已有同名刊物，请换一个名称。' },
  SERIES_ENDED: {
    status: 409,
    message: '该刊物已停办，不能再编新的一期；确需续办的，请新设刊物，并填写上一期的期号。',
  },
  POST_NOT_HELD: { status: 422, message: '所选人员中有人现在不担任这一岗位，请重新选择。' },
  ISSUES_OPEN: { status: 409, message: '该刊物还有未签发的期，请先签发或删去草稿，再停办。' },
  COLUMN_UNKNOWN: { status: 422, message: '该刊物没有这个栏目，请先在刊物设置中增加。' },
  DISPATCH_ENDED: { status: 409, message: '该来稿已经处理或撤回，请刷新后查看。' },
  OTHER_PLACE: {
    status: 422,
    message:
      '来稿写的是其他地方的事或署了其他单位的名，未保存。请由该单位报送；写的是本地的事，请改用本单位的署名和题目。',
  },
  NO_ADDRESSEE_ABOVE: { status: 422, message: '没有可接收来稿的上级单位，请与上级办公室联系。' },
  SESSION_DRAFTED: { status: 409, message: '该记录已编入一期简报，请在那一期中修改；移出之后可重新编入。' },
  BAD_DUE_DAY: { status: 422, message: '截稿日期不能早于今天，请核对后再填。' },
  CALL_ENDED: { status: 409, message: '该次约稿已经结束。' },
  CLASSIFIED: { status: 422, message: '内容疑似标有密级或内部标识，未保存。请通过涉密渠道办理。' },
  PROBLEM_OPEN: { status: 422, message: '还有疑问没有核对，请逐项填补后再入库。' },
} as const satisfies Record<string, { status: number; message: string }>;

export type RefusalCode = keyof typeof REFUSALS;

/** The declared errors of an operation, picked from the catalogue. */
export function refuses<const C extends RefusalCode>(...codes: C[]): { [K in C]: (typeof REFUSALS)[K] } {
  return Object.fromEntries(codes.map((code) => [code, REFUSALS[code]])) as { [K in C]: (typeof REFUSALS)[K] };
}

/** Words for what no operation declares: bad input, a broken network, a fault of the server. */
export const FAULTS = {
  BAD_REQUEST: '填写的内容不符合要求，请检查后再提交。',
  NETWORK: '网络连接中断，请检查网络后重试。',
  INTERNAL_SERVER_ERROR: '系统出现故障，操作未完成，请稍后重试；如仍不行请联系管理员。',
} as const;
