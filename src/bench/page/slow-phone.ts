import type { Browser, CDPSession, Page } from 'playwright';

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
const PHONE = { width: 360, height: 740 };
const PATIENCE = 120_000;

/** Opens `url` with an empty cache on a slow phone and waits until nothing more is loading. */
export async function visitSlowly(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const traffic = await countTraffic(session);
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: ROUND_TRIP,
      downloadThroughput: BYTES_A_SECOND,
      uploadThroughput: BYTES_A_SECOND,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.goto(url, { waitUntil: 'networkidle', timeout: PATIENCE });
    return { ...traffic(), ...(await readPaint(page)) };
  } finally {
    await context.close();
  }
}

async function countTraffic(session: CDPSession): Promise<() => Pick<Visit, 'requests' | 'bytes' | 'documentBytes' | 'headerBytes'>> {
  const responses = new Map<string, { isDocument: boolean; headerBytes: number }>();
  const sizes = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (response.url.startsWith('data:')) return;
    responses.set(requestId, { isDocument: type === 'Document' || type === 'Stylesheet', headerBytes: response.encodedDataLength });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
  await session.send('Network.enable');
  return () => {
    const all = [...responses].map(([id, response]) => ({ ...response, bytes: sizes.get(id) ?? 0 }));
    const documents = all.filter(({ isDocument }) => isDocument);
    const sum = (some: typeof all, of: 'bytes' | 'headerBytes') => some.reduce((total, response) => total + response[of], 0);
    const headerBytes = sum(documents, 'headerBytes');
    return { requests: all.length, bytes: sum(all, 'bytes'), documentBytes: sum(documents, 'bytes') - headerBytes, headerBytes };
  };
}

async function readPaint(page: Page): Promise<Pick<Visit, 'firstPaint' | 'layoutShift'>> {
  return page.evaluate(async () => {
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
      firstPaint: paints.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? NaN,
      layoutShift: shifts.reduce((total, { value }) => total + value, 0),
    };
  });
}
