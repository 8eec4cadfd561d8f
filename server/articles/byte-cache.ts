import "server-only";

/** Keeps what was used last, up to a number of bytes as its caller estimates them. */
export type ByteCache<Value> = {
  get(key: string): Value | undefined;
  set(key: string, value: Value, bytes: number): void;
};

export function byteCache<Value>(limitBytes: number): ByteCache<Value> {
  const entries = new Map<string, { value: Value; bytes: number }>(); // the longest unused first
  let total = 0;

  function remove(key: string): void {
    total -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  }

  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, bytes) {
      remove(key);
      if (bytes > limitBytes) return;
      entries.set(key, { value, bytes });
      total += bytes;
      for (const oldest of entries.keys()) {
        if (total <= limitBytes) return;
        remove(oldest);
      }
    },
  };
}
