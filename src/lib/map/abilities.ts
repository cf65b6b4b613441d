/**
 * Whether this browser knows WebGL2 at all. It may still refuse a context, and then the live map fails to be made:
 * asking for one here would make the graphics card work twice.
 */
export function knowsWebGL2(): boolean {
  return 'WebGL2RenderingContext' in globalThis;
}

/** What browsers tell of the device, as far as they do. */
export interface DeviceFacts {
  hardwareConcurrency?: number;
  /** In gigabytes. */
  deviceMemory?: number;
  connection?: { saveData?: boolean; effectiveType?: string; downlink?: number };
}

/**
 * Whether the live map may be fetched before somebody touches the map: on a device with a mouse, enough memory and a
 * fast line, never when data is to be saved. Browsers that tell nothing are taken for slow.
 */
export function mayLoadUnasked(device: DeviceFacts, hasMouse: boolean): boolean {
  const { hardwareConcurrency = 0, deviceMemory = 0, connection } = device;
  if (!hasMouse || connection?.saveData || hardwareConcurrency < 4 || deviceMemory < 4) return false;
  return connection?.effectiveType === '4g' && (connection.downlink ?? 0) >= 5;
}

/** "Long idle": nothing was touched for so many milliseconds. */
const quietMilliseconds = 8000;

/**
 * Calls back once when the page has long been left alone and has nothing to do. Not a wait for something to be ready:
 * the time itself is the condition. Returns a function that calls it off.
 */
export function whenLongIdle(callback: () => void): () => void {
  let timer = 0;
  const events = ['pointerdown', 'keydown', 'scroll'] as const;
  const restart = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      stop();
      if ('requestIdleCallback' in window) requestIdleCallback(callback);
      else callback();
    }, quietMilliseconds);
  };
  const stop = (): void => {
    clearTimeout(timer);
    for (const event of events) removeEventListener(event, restart);
  };
  for (const event of events) addEventListener(event, restart, { passive: true });
  restart();
  return stop;
}
