import type { Diagnosis } from '../model/diagnosis.ts';
import { jsonText } from './json-text.ts';

/** A diagnosis as JSON that `schemas/diagnosis.schema.json` describes; the same text and facts give the same bytes. */
export const renderDiagnosisJson = (diagnosis: Diagnosis): string => jsonText(diagnosis);
