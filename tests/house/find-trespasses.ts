import type { Source } from './read-source.ts';

/** Room (房间): a set of files, the rooms it may use beside itself (`*` all of them), and the outside packages it may use. */
export interface Room {
  readonly room: string;
  readonly files: RegExp;
  readonly uses: readonly string[];
  /** Package names; `node:` stands for Node's own modules, a name that ends in `/` for a whole scope; `*` for anything. */
  readonly outside: readonly string[];
}

/** The room a file is in: the first whose pattern matches; undefined where there is none. */
export function roomOf(rooms: readonly Room[], file: string): Room | undefined {
  return rooms.find((room) => room.files.test(file));
}

/** Imports that look where their room may not, as `file (room) → target (room)`; files without a room too. */
export function findTrespasses(rooms: readonly Room[], sources: readonly Pick<Source, 'path' | 'imports'>[]): string[] {
  return sources.flatMap(({ path, imports }) => {
    const from = roomOf(rooms, path);
    if (!from) return [`${path} is in no room`];
    return imports.flatMap(({ file, outside }) => {
      if (outside !== undefined)
        return from.outside.some(
          (name) => name === '*' || name === outside || (name.endsWith('/') && outside.startsWith(name)),
        )
          ? []
          : [`${path} (${from.room}) → ${outside}`];
      const to = roomOf(rooms, file!);
      if (to && (to === from || from.uses.includes('*') || from.uses.includes(to.room))) return [];
      return [`${path} (${from.room}) → ${file} (${to?.room ?? 'no room'})`];
    });
  });
}
