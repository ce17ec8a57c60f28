import type { BareBrowser, Tab } from './bare-browser.ts';

/** One cold visit. Bytes are those on the wire: compressed, headers included. */
export interface Visit {
  requests: number;
  bytes: number;
  /** The document and its style sheets, without headers. */
  documentBytes: number;
  /** Headers of the same responses. */
  headerBytes: number;
  /** First contentful paint, in milliseconds after the start of the navigation. */
  firstPaint: number;
  /** Cumulative layout shift; 0 where nothing moved. */
  layoutShift: number;
}

/** Slow 3G of bars.md §3: 400 kbit/s both ways, 2 s for each round trip, and a phone six times slower than this machine. */
const BYTES_A_SECOND = 400_000 / 8;
const ROUND_TRIP = 2000;
const CPU_SLOWDOWN = 6;
const PHONE = { width: 360, height: 740, deviceScaleFactor: 1, mobile: true };
const PATIENCE = 120_000;
/** A page is at rest when nothing has loaded for so long. */
const REST = 500;

/** Opens `url` with an empty cache on a slow phone and waits until nothing more is loading. */
export async function visitSlowly(browser: BareBrowser, url: string): Promise<Visit> {
  const tab = await browser.openTab();
  try {
    await tab.send('Emulation.setDeviceMetricsOverride', PHONE);
    await tab.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    const traffic = await countTraffic(tab);
    await tab.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: ROUND_TRIP,
      downloadThroughput: BYTES_A_SECOND,
      uploadThroughput: BYTES_A_SECOND,
    });
    await tab.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    const { errorText } = await tab.send('Page.navigate', { url });
    if (errorText) throw new Error(`${url}: ${errorText}`);
    await traffic.rest();
    return { ...traffic.sum(), ...(await readPaint(tab)) };
  } finally {
    await tab.close();
  }
}

interface Traffic {
  /** Fulfilled when nothing is loading any more. */
  rest: () => Promise<void>;
  sum: () => Pick<Visit, 'requests' | 'bytes' | 'documentBytes' | 'headerBytes'>;
}

async function countTraffic(tab: Tab): Promise<Traffic> {
  const open = new Set<string>();
  const responses = new Map<string, { isDocument: boolean; headerBytes: number }>();
  const sizes = new Map<string, number>();
  let lastChange = performance.now();
  const end = (requestId: string) => {
    open.delete(requestId);
    lastChange = performance.now();
  };
  tab.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!request.url.startsWith('data:')) open.add(requestId);
  });
  tab.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (response.url.startsWith('data:')) return;
    responses.set(requestId, { isDocument: type === 'Document' || type === 'Stylesheet', headerBytes: response.encodedDataLength });
  });
  tab.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sizes.set(requestId, encodedDataLength);
    end(requestId);
  });
  tab.on('Network.loadingFailed', ({ requestId }) => end(requestId));
  await tab.send('Network.enable');
  return {
    async rest() {
      const start = performance.now();
      while (responses.size === 0 || open.size > 0 || performance.now() - lastChange < REST) {
        if (performance.now() - start > PATIENCE) throw new Error(`The page was still loading after ${PATIENCE / 1000} s.`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    sum() {
      const all = [...responses].map(([id, response]) => ({ ...response, bytes: sizes.get(id) ?? 0 }));
      const documents = all.filter(({ isDocument }) => isDocument);
      const sum = (some: typeof all, of: 'bytes' | 'headerBytes') => some.reduce((total, response) => total + response[of], 0);
      const headerBytes = sum(documents, 'headerBytes');
      return { requests: all.length, bytes: sum(all, 'bytes'), documentBytes: sum(documents, 'bytes') - headerBytes, headerBytes };
    },
  };
}

/** Runs in the page. */
async function paintAndShifts(): Promise<Pick<Visit, 'firstPaint' | 'layoutShift'>> {
  const entries = (type: string) =>
    new Promise<PerformanceEntryList>((resolve) => {
      new PerformanceObserver((list, observer) => {
        observer.disconnect();
        resolve(list.getEntries());
      }).observe({ type, buffered: true });
      // Where nothing of the kind happened the observer stays silent.
      setTimeout(() => resolve([]), 500);
    });
  const paints = await entries('paint');
  const shifts = (await entries('layout-shift')) as (PerformanceEntry & { value: number })[];
  return {
    firstPaint: paints.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? -1,
    layoutShift: shifts.reduce((total, { value }) => total + value, 0),
  };
}

async function readPaint(tab: Tab): Promise<Pick<Visit, 'firstPaint' | 'layoutShift'>> {
  const { result } = await tab.send('Runtime.evaluate', {
    expression: `(${paintAndShifts.toString()})()`,
    awaitPromise: true,
    returnByValue: true,
  });
  const seen = result.value as Pick<Visit, 'firstPaint' | 'layoutShift'>;
  if (!(seen.firstPaint > 0)) throw new Error('The page painted nothing.');
  return seen;
}
