import { render } from 'preact';
import type { PageDocument } from '../model/page.ts';
import { BrokenView } from './frame/broken-view.tsx';
import { Page } from './page.tsx';

const text = document.getElementById('document')?.textContent ?? '';
const root = document.getElementById('page');

/** Null where the file was cut off or changed on its way. */
function whole(): PageDocument | null {
  try {
    return JSON.parse(text) as PageDocument;
  } catch {
    return null;
  }
}

if (root !== null) {
  const read = whole();
  render(
    read === null ? (
      <p role="alert">This file is not whole, so it shows nothing. Have it written or sent again.</p>
    ) : (
      <BrokenView>
        <Page document={read} />
      </BrokenView>
    ),
    root,
  );
}
