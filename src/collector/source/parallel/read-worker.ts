/** A thread that reads its part of the files, and tells of each as it is read. */
import { parentPort, workerData } from 'node:worker_threads';
import { readNext, type Share } from './share.ts';

const share: Share = workerData;
for (let read = readNext(share); read !== undefined; read = readNext(share)) parentPort?.postMessage(read);
