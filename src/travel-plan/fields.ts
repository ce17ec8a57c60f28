/** What a plan says, part by part, in the order of the form and of the sheet. */
export const PLAN = {
  me: ['name', 'phones'],
  journey: ['where', 'way', 'company'],
  stay: ['address', 'host'],
  work: ['employer', 'offer'],
  papers: ['copies'],
  home: ['trusted', 'trustedPhone'],
  calls: ['how', 'word', 'alarm'],
} as const;

export type PlanPart = keyof typeof PLAN;
export const PLAN_PARTS = Object.keys(PLAN) as PlanPart[];
export type PlanField = (typeof PLAN)[PlanPart][number];

/** Long answers get room for several lines. */
export const LONG_FIELDS: readonly PlanField[] = ['way', 'company', 'address', 'employer', 'offer', 'alarm'];

/** What the pocket card repeats. The word of safety is not among them: a card can be taken. */
export const CARD_FIELDS: readonly PlanField[] = ['name', 'trusted', 'trustedPhone', 'address', 'employer'];
