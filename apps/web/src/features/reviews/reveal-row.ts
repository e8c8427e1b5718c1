/** How a scrolled list is asked to bring something into view (定位). */
export interface RevealOptions {
  container: HTMLElement;
  /** Where the row should be, as the virtual list estimates it before it is drawn, px. */
  offset: () => number | undefined;
  /** The row, once drawn. */
  row: () => Element | null;
  /** The very thing within the row (a mark in a long paragraph), once drawn; the row itself where this is left out. */
  detail?: () => Element | null;
  /** Room kept above what is revealed, as a share of the height. */
  rest: number;
  /** Moves it there even where it is in view already. */
  always?: boolean;
}

/**
 * Brings a row of a virtual list, or a detail within it, into view and keeps it there while rows above it are
 * measured and text arrives; gives up after some seconds or as soon as the reader scrolls. Returns how to stop.
 */
export function revealRow({ container, offset, row, detail, rest, always = false }: RevealOptions): () => void {
  let frame = 0;
  let steady = 0;
  let moved = always;
  const until = performance.now() + 6000;
  const stop = () => {
    cancelAnimationFrame(frame);
    for (const name of ['wheel', 'pointerdown', 'touchstart']) container.removeEventListener(name, stop);
  };
  const step = () => {
    const box = container.getBoundingClientRect();
    const wanted = detail ? detail() : row();
    const found = wanted ?? row();
    if (!found) {
      const estimate = offset();
      if (estimate !== undefined) container.scrollTop = estimate - box.height * rest;
      moved = true;
    } else {
      const place = found.getBoundingClientRect();
      const inView = place.top >= box.top + 8 && Math.min(place.bottom, place.top + box.height / 2) <= box.bottom - 8;
      if (inView && (!moved || steady > 0)) steady++;
      else {
        const before = container.scrollTop;
        container.scrollTop += place.top - box.top - box.height * rest;
        // At either end of the book there is no further to go.
        steady = Math.abs(container.scrollTop - before) < 1 || inView ? steady + 1 : 0;
        moved = true;
      }
    }
    if ((wanted && steady >= 4) || performance.now() > until) stop();
    else frame = requestAnimationFrame(step);
  };
  for (const name of ['wheel', 'pointerdown', 'touchstart']) {
    container.addEventListener(name, stop, { passive: true, once: true });
  }
  step();
  return stop;
}
