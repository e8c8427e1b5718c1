import { argon2, randomBytes, randomInt, timingSafeEqual, type BinaryLike } from 'node:crypto';
import { promisify } from 'node:util';

const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const derive = promisify(argon2) as (
  algorithm: 'argon2id',
  parameters: {
    message: BinaryLike;
    nonce: BinaryLike;
    memory: number;
    passes: number;
    parallelism: number;
    tagLength: number;
  },
) => Promise<Buffer>;

/** Hashes a password with argon2id (OWASP: 19 MiB, 2 passes): `argon2id$memory$passes$lanes$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const hash = await derive('argon2id', { message: password.normalize('NFKC'), nonce, tagLength: 32, ...COST });
  return [
    'argon2id',
    COST.memory,
    COST.passes,
    COST.parallelism,
    nonce.toString('base64'),
    hash.toString('base64'),
  ].join('$');
}

/** Whether the password is the one that was hashed. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [algorithm, memory, passes, parallelism, salt, hash] = stored.split('$');
  if (algorithm !== 'argon2id' || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64');
  const actual = await derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(actual, expected);
}

/** A hash that no password has: verified against for unknown names, so that they take as long as known ones. */
export const NO_PASSWORD = `argon2id$${COST.memory}$${COST.passes}$${COST.parallelism}$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(32).toString('base64')}`;

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A one-time password (一次性口令) that can be read aloud: 3 × 4 letters without look-alikes, 59 bits. */
export function drawOneTimePassword(): string {
  const draw = () => LETTERS[randomInt(LETTERS.length)]!;
  return Array.from({ length: 3 }, () => Array.from({ length: 4 }, draw).join('')).join('-');
}

/** Whether a new password will do: 10 characters or more, neither the old one nor the name. */
export function isStrongEnough(next: string, current: string, name: string): boolean {
  return (
    [...next].length >= 10 &&
    next !== current &&
    !next.toLowerCase().includes(name.toLowerCase()) &&
    next.isWellFormed()
  );
}
