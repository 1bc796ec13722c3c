import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { cannotRead, fileTrouble, wrongUsage } from '../failure.ts';
import type { World } from '../world.ts';

export interface TextArguments {
  readonly text?: string | undefined;
  readonly log?: string | undefined;
  readonly secretFile?: string | undefined;
}

/** So much of a file is in memory at a time. */
const pieceBytes = 256 * 1024;

/** The text to diagnose, in pieces: from the command line, from a file, or from standard input. */
export async function* piecesOfText(
  { text, log, secretFile }: TextArguments,
  world: World,
): AsyncIterable<string> {
  if (text !== undefined && log !== undefined) {
    throw wrongUsage('a text is given, and --log names one. Leave one of them out');
  }
  if (text !== undefined) {
    yield text;
  } else if (log !== undefined) {
    yield* piecesOfFile(log, world);
  } else {
    if (secretFile === '-') {
      throw wrongUsage(
        '--secret-file - takes the secret from standard input. Name the text with --log FILE, or the secret’s file',
      );
    }
    yield* world.stdinPieces();
  }
}

async function* piecesOfFile(file: string, world: World): AsyncIterable<string> {
  const stream = createReadStream(resolve(world.cwd, file), {
    ...{ encoding: 'utf8', highWaterMark: pieceBytes, signal: world.signal },
  });
  try {
    yield* stream as AsyncIterable<string>;
  } catch (error) {
    if (world.signal.aborted) throw error;
    throw cannotRead(`${fileTrouble(file, error)}. Check the path and run it again`);
  }
}
