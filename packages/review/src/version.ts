/** Version of rules and engine together (审校引擎版本): raised whenever findings may change. */
export const ENGINE_VERSION: string = '0.2.0';
