import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { FileReading } from '../files/file-reading.ts';
import type { Interest } from '../interest.ts';
import type { MetadataFile } from '../project/find-metadata.ts';
import { type Read, readNext, type Share } from './share.ts';

/** To start a thread takes as long as to read some megabytes: each must have so much to do. */
const worthAThread = 8_000_000;
/** More threads than these wait for the disk, and each takes memory of its own. */
const mostThreads = 4;

/**
 * Reads files, with as many cores as there are and are worth it, and gives what they say in their order. Between two
 * files everything else has its turn, so that a signal can stop it.
 * @throws the signal's reason where it was aborted.
 */
export async function readFiles(
  files: readonly MetadataFile[],
  interest: Interest,
  signal?: AbortSignal,
  onRead?: (done: number) => void,
): Promise<readonly FileReading[]> {
  signal?.throwIfAborted();
  const order = files.map((_, index) => index).toSorted((a, b) => sizeOf(files[b]) - sizeOf(files[a]));
  const share: Share = {
    files: order.flatMap((index) => files[index] ?? []),
    interest,
    taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  };
  const readings = new Map<number, FileReading>();
  const threads = threadsFor(files);
  const take = ({ index, reading }: Read) => {
    readings.set(order[index] ?? index, reading);
    onRead?.(readings.size);
  };
  await (threads > 1 ? readInThreads(threads, share, take, signal) : readHere(share, take, signal));
  return files.map((file, index) => {
    const reading = readings.get(index);
    if (reading === undefined) throw new Error(`${file.file} was not read`);
    return reading;
  });
}

const sizeOf = (file: MetadataFile | undefined): number => file?.bytes ?? 0;

function threadsFor(files: readonly MetadataFile[]): number {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return Math.min(availableParallelism(), mostThreads, Math.floor(bytes / worthAThread), files.length);
}

async function readHere(share: Share, take: (read: Read) => void, signal?: AbortSignal): Promise<void> {
  for (;;) {
    await setImmediate();
    signal?.throwIfAborted();
    const read = readNext(share);
    if (read === undefined) return;
    // A copy shares no memory with the text of the file, which would stay in memory with it.
    take(structuredClone(read));
  }
}

/** The worker's file: beside this one in the sources, above the chunks in the bundle. */
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './read-worker.ts' : '../read-worker.js',
  import.meta.url,
);

/** What is read is forgotten at once: a large young generation would only wait longer to be swept. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 };

/** This thread only waits: how much memory it may take for what is young was settled when it started. */
async function readInThreads(
  threads: number,
  share: Share,
  take: (read: Read) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const workers = Array.from(
    { length: threads },
    () => new Worker(workerFile, { workerData: share, resourceLimits }),
  );
  const stop = () => void Promise.all(workers.map((worker) => worker.terminate()));
  signal?.addEventListener('abort', stop);
  try {
    for (const worker of workers) worker.on('message', take);
    await Promise.all(workers.map(ended));
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

/** When a worker has read its part, and told of all of it. Its errors are errors of the reading. */
async function ended(worker: Worker): Promise<void> {
  const [code] = await once(worker, 'exit');
  if (code !== 0) throw new Error(`A thread that read metadata files ended with ${code}`);
}
