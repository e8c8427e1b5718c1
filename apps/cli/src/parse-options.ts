import { parseArgs } from 'node:util';

import { CommandRefusal } from './command.ts';

/** Options of a command: a list of allowed values, `text` for any value, `flag` for none. */
export type OptionShapes = Readonly<Record<string, 'text' | 'flag' | readonly string[]>>;

/** What was given: operands in order and options by name; absent options are undefined. */
export interface Parsed<S extends OptionShapes> {
  readonly operands: readonly string[];
  readonly options: {
    readonly [K in keyof S]?: S[K] extends 'flag' ? true : S[K] extends readonly (infer V)[] ? V : string;
  };
}

/** Parses the words of a command (命令行解析); a CommandRefusal in one sentence for what it does not know. */
export function parseOptions<const S extends OptionShapes>(
  command: string,
  words: readonly string[],
  shapes: S,
): Parsed<S> {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(shapes).map(([name, shape]) => [name, { type: shape === 'flag' ? 'boolean' : 'string' } as const]),
    ),
    // Not strict: the words of its own errors are English.
    strict: false,
    tokens: true,
  });
  const refuse = (what: string): never => {
    throw new CommandRefusal(`${what}，用法见 xiuzhi ${command} --help。`);
  };
  const operands: string[] = [];
  const options: Record<string, string | true> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    if (shape === undefined) refuse(`没有选项“${rawName}”`);
    else if (name in options) refuse(`选项“${rawName}”给了不止一次`);
    else if (shape === 'flag') {
      if (value !== undefined) refuse(`选项“${rawName}”后面不带内容`);
      options[name] = true;
    } else if (value === undefined || value === '' || (!inlineValue && /^--?./.test(value)))
      refuse(`选项“${rawName}”后面缺少内容`);
    else if (shape !== 'text' && !shape.includes(value))
      refuse(`选项“${rawName}”只能是 ${shape.join('、')}，不能是“${value}”`);
    else options[name] = value;
  }
  return { operands, options: options as Parsed<S>['options'] };
}
