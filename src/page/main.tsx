import { render } from 'preact';
import type { PageDocument } from '../model/page.ts';
import { Page } from './page.tsx';

const text = document.getElementById('document')?.textContent ?? '';
const root = document.getElementById('page');
if (root !== null) render(<Page document={JSON.parse(text) as PageDocument} />, root);
