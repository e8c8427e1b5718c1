type Statics = {
  any?: (signals: Iterable<AbortSignal>) => AbortSignal;
  timeout?: (milliseconds: number) => AbortSignal;
};

const statics = AbortSignal as unknown as Statics;

statics.any ??= (signals) => {
  const controller = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) controller.abort();
    else signal.addEventListener('abort', () => controller.abort(), { once: true });
  }
  return controller.signal;
};

statics.timeout ??= (milliseconds) => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), milliseconds);
  return controller.signal;
};

const proto = AbortSignal.prototype as { throwIfAborted?: (this: AbortSignal) => void };
proto.throwIfAborted ??= function throwIfAborted() {
  if (this.aborted) throw new DOMException('aborted', 'AbortError');
};

/** `crypto.randomUUID` is also absent where the page is served over plain http in an office network. */
const source = globalThis.crypto as { randomUUID?: () => string };
source.randomUUID ??= () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
