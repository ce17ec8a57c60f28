import type { Answer, Findings, Words } from './index.ts';

/** What answers to the questions mean, by id of the question. Questions without an answer count for nothing. */
export function readAnswers({ flags, gaps, questions }: Words, answers: ReadonlyMap<string, Answer>): Findings {
  const asked = questions.flatMap((question) => {
    const answer = answers.get(question.id);
    return answer === question.alarm || answer === 'unknown' ? [{ ...question, answer }] : [];
  });
  const alarming = new Set(asked.flatMap(({ flag, alarm, answer }) => (flag !== undefined && answer === alarm ? [flag] : [])));
  const missing = new Set(asked.flatMap((question) => question.gaps));
  return {
    flags: flags.flatMap(({ id }) => (alarming.has(id) ? [{ id, spans: [] }] : [])),
    missing: gaps.flatMap(({ id }) => (missing.has(id) ? [id] : [])),
  };
}
