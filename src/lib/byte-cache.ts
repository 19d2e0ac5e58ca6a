/** Keeps what was used last, up to a number of bytes. A Map remembers the order of insertion: that is the order of use. */
export interface ByteCache<T> {
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, value: T, bytes: number) => void;
  readonly clear: () => void;
  readonly bytes: () => number;
}

export function byteCache<T>(maxBytes: number): ByteCache<T> {
  const held = new Map<string, { readonly value: T; readonly bytes: number }>();
  let total = 0;
  const drop = (key: string): void => {
    total -= held.get(key)?.bytes ?? 0;
    held.delete(key);
  };
  return {
    get(key) {
      const found = held.get(key);
      if (!found) return undefined;
      held.delete(key);
      held.set(key, found);
      return found.value;
    },
    set(key, value, bytes) {
      drop(key);
      if (bytes > maxBytes) return;
      held.set(key, { value, bytes });
      total += bytes;
      for (const oldest of held.keys()) {
        if (total <= maxBytes) break;
        drop(oldest);
      }
    },
    clear() {
      held.clear();
      total = 0;
    },
    bytes: () => total,
  };
}
