/**
 * The part of the plane (German sentences so far) × (English sentences so far) that is searched: row i from `low[i]` to
 * `high[i]`, inclusive. Both never fall, neighbouring rows overlap, and (0, 0) and the far corner are inside. Cells are
 * numbered row by row: cell (i, j) is `offset[i] + j`.
 */
export type Band = {
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly offset: Int32Array;
  readonly size: number;
};

export type Point = { readonly de: number; readonly en: number };

/** Every point lies in the band with `slack(index)` around the stretch from the point at `index` to the next. */
export function bandAround(
  points: readonly Point[],
  deLength: number,
  enLength: number,
  slack: (from: Point, to: Point) => number,
): Band {
  const low = new Int32Array(deLength + 1).fill(enLength);
  const high = new Int32Array(deLength + 1).fill(0);
  const path = [{ de: 0, en: 0 }, ...points, { de: deLength, en: enLength }];
  path.slice(1).forEach((to, index) => {
    const from = path[index] ?? to;
    const around = slack(from, to);
    const first = Math.max(0, from.de - around);
    const last = Math.min(deLength, to.de + around);
    for (let i = first; i <= last; i += 1) {
      const share = to.de === from.de ? 0 : (i - from.de) / (to.de - from.de);
      const inner = Math.min(1, Math.max(0, share)) * (to.en - from.en);
      const lowest = to.de === from.de ? from.en : from.en + inner;
      const highest = to.de === from.de ? to.en : from.en + inner;
      low[i] = Math.min(low[i] ?? 0, Math.max(0, Math.floor(lowest) - around));
      high[i] = Math.max(high[i] ?? 0, Math.min(enLength, Math.ceil(highest) + around));
    }
  });
  return connect(low, high, enLength);
}

function connect(low: Int32Array, high: Int32Array, enLength: number): Band {
  const last = low.length - 1;
  low[0] = 0;
  high[last] = enLength;
  for (let i = 1; i <= last; i += 1) high[i] = Math.max(high[i] ?? 0, high[i - 1] ?? 0);
  for (let i = last - 1; i >= 0; i -= 1) low[i] = Math.min(low[i] ?? 0, low[i + 1] ?? 0);
  for (let i = 1; i <= last; i += 1) low[i] = Math.min(low[i] ?? 0, high[i - 1] ?? 0);
  const offset = new Int32Array(last + 1);
  let size = 0;
  for (let i = 0; i <= last; i += 1) {
    offset[i] = size - (low[i] ?? 0);
    size += (high[i] ?? 0) - (low[i] ?? 0) + 1;
  }
  return { low, high, offset, size };
}

/** Where a cell is kept, or -1 outside the band. */
export function cellOf(band: Band, de: number, en: number): number {
  if (de < 0 || en < 0 || de >= band.low.length) return -1;
  if (en < (band.low[de] ?? 0) || en > (band.high[de] ?? -1)) return -1;
  return (band.offset[de] ?? 0) + en;
}
