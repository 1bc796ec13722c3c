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
  const order = files.map((_, index) => index).toSorted((a, b) => sizeOf(files[b]) - sizeOf(files[a]));
  const share: Share = {
    files: order.flatMap((index) => files[index] ?? []),
    interest,
    taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  };
  const readings = new Map<number, FileReading>();
  const take = ({ index, reading }: Read) => {
    readings.set(order[index] ?? index, reading);
    onRead?.(readings.size);
  };
  const workers = Array.from({ length: helpersFor(files) }, () => startWorker(share, take));
  try {
    await Promise.all([readHere(share, take, signal), ...workers.map(ended)]);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return files.map((file, index) => {
    const reading = readings.get(index);
    if (reading === undefined) throw new Error(`${file.file} was not read`);
    return reading;
  });
}

const sizeOf = (file: MetadataFile | undefined): number => file?.bytes ?? 0;

/** How many threads beside this one. */
function helpersFor(files: readonly MetadataFile[]): number {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const threads = Math.min(
    availableParallelism(),
    mostThreads,
    Math.floor(bytes / worthAThread),
    files.length,
  );
  return Math.max(0, threads - 1);
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

function startWorker(share: Share, take: (read: Read) => void): Worker {
  const worker = new Worker(workerFile, { workerData: share });
  worker.on('message', take);
  return worker;
}

/** When a worker has read its part, and told of all of it. Its errors are errors of the reading. */
async function ended(worker: Worker): Promise<void> {
  const [code] = await once(worker, 'exit');
  if (code !== 0) throw new Error(`A thread that read metadata files ended with ${code}`);
}
