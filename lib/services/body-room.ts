/** For all bodies but the largest, together, in bytes. Most feeds take a tenth of a megabyte, so hardly any ever waits. */
const roomBeside = 8 * 1024 * 1024;

/** Who reads bodies takes room for them as they grow: however many are read at once, only so much is held. */
export interface BodyRoom {
  enter(): BodyPlace;
}

export interface BodyPlace {
  /** Resolves when there is room for so many bytes more. */
  take(bytes: number): Promise<void>;
  /** Nothing of the body is held any more. */
  leave(): void;
}

/**
 * Room for one body of the largest size and for `beside` bytes of all others together. The largest may always grow, so
 * somebody always goes on, and whoever outgrows it is the largest. That none grows beyond its limit is up to its reader.
 */
export function createBodyRoom(beside = roomBeside): BodyRoom {
  /** Bytes that each holds. */
  const held = new Map<BodyPlace, number>();
  /** In the order in which they came. */
  const waiting: { readonly place: BodyPlace; readonly bytes: number; readonly wake: () => void }[] = [];

  const isRoomFor = (place: BodyPlace, bytes: number): boolean => {
    let [all, most] = [0, 0];
    for (const [each, has] of held) {
      const would = each === place ? has + bytes : has;
      all += would;
      most = Math.max(most, would);
    }
    return all - most <= beside;
  };
  const grow = (place: BodyPlace, bytes: number): void => void held.set(place, (held.get(place) ?? 0) + bytes);
  const wakeThoseWithRoom = (): void => {
    for (const one of [...waiting]) {
      if (!isRoomFor(one.place, one.bytes)) continue;
      waiting.splice(waiting.indexOf(one), 1);
      grow(one.place, one.bytes);
      one.wake();
    }
  };

  return {
    enter() {
      const place: BodyPlace = {
        take(bytes) {
          if (isRoomFor(place, bytes)) {
            grow(place, bytes);
            return Promise.resolve();
          }
          return new Promise((wake) => waiting.push({ place, bytes, wake }));
        },
        leave() {
          held.delete(place);
          wakeThoseWithRoom();
        },
      };
      held.set(place, 0);
      return place;
    },
  };
}
