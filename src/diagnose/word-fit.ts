import type { WordFit } from '../model/diagnosis.ts';
import type { Result } from '../model/report.ts';
import type { SubjectFacts } from './facts.ts';
import { topicStems } from './words.ts';

const most = 3;

/**
 * What fails for a subject and speaks of the same things as a text, the best first. A word counts for more the fewer
 * of the failures speak of it. It is a guess, and called one.
 */
export function fitsOf(text: string, subjects: readonly SubjectFacts[]): readonly WordFit[] {
  const said = new Set(topicStems(text));
  const failures = subjects.flatMap((facts) =>
    facts.results.filter(({ verdict }) => verdict === 'fail').map((result) => ({ facts, result })),
  );
  const topics = failures.map(({ facts, result }) => new Set(topicsOf(result, facts)));
  const rarity = (stem: string) => 1 / topics.filter((topic) => topic.has(stem)).length;
  return failures
    .map(({ facts, result }, index) => {
      const words = [...said].filter((stem) => topics[index]?.has(stem));
      return { facts, result, words, score: words.reduce((sum, stem) => sum + rarity(stem), 0) };
    })
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ facts, result, words }) => ({
      ...{ pack: result.pack, requirement: result.requirement, title: result.title },
      subject: facts.access.subject.id,
      words,
      message: result.message,
      mend: result.remedy?.nearest ?? [],
    }));
}

/** What a failure is about: its own words, and the labels of what it found missing. */
function topicsOf({ title, impact, message, evidence }: Result, { access }: SubjectFacts): readonly string[] {
  const missing = evidence.flatMap((item) =>
    item.kind === 'decision' && item.decision.decision !== 'granted' ? [item.about] : [],
  );
  const labels = Object.entries(access.fields).flatMap(([key, { asked, field }]) =>
    missing.some((about) => about.startsWith(key))
      ? [asked.label ?? '', field.status === 'ok' ? (field.value?.label ?? '') : '']
      : [],
  );
  return topicStems([title, impact ?? '', message, ...missing, ...labels].join(' ').replaceAll('_', ' '));
}
