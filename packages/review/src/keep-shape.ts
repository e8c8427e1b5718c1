const kept: object[] = [];

/**
 * Keeps one instance of a class for good. When the last one is collected, as between two books, the runtime forgets the
 * shape and throws away whatever it compiled for it: a fifth of a review went into compiling that anew.
 */
export function keepShape(instance: object): void {
  kept.push(instance);
}
