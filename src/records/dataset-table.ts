import type { DatasetRecord } from '../schemas/dataset.ts';
import type { CurrentFact } from '../schemas/facts/current.ts';
import type { FactOfKind } from '../schemas/facts/index.ts';
import type { World } from './world.ts';

/** One figure of a table, with the fact that holds it. */
export interface Cell {
  /** A number; a text such as "+5%" where the source has no single number; a rating. */
  value: number | string;
  /** Ids of seeds/facts: one, or all records that a sum was made of. */
  facts: string[];
  /** Places in sources that say it, the first one first. */
  places: { source: string; where: string }[];
  /** How sure it is; undefined where it stands in one source document as printed. */
  confidence?: CurrentFact['confidence'];
  /** The source says aptuveni. */
  isApproximate?: true;
}

export interface DatasetTable {
  columns: DatasetRecord['columns'];
  rows: {
    id: string;
    label: NonNullable<DatasetRecord['rows']>[number]['label'];
    noChart: boolean;
    /** One a column; undefined where no source has a figure. */
    cells: (Cell | undefined)[];
  }[];
}

type Facts = Pick<World, 'facts' | 'trainingFacts'>;

/** A dataset’s table with the figures from the facts it refers to. Throws for a reference that leads to no figure. */
export function datasetTable(record: DatasetRecord, world: Facts): DatasetTable {
  const own = record.rows ?? [];
  const filled = record.columns.map((column) => filledBySource(column, world));
  const years = [...new Set(filled.flatMap((cells) => [...cells.keys()]))].filter((id) => !own.some((row) => row.id === id)).sort();
  const rows: NonNullable<DatasetRecord['rows']> = [
    ...years.map((id) => ({ id, label: undefined, cells: {}, noChart: undefined })),
    ...own,
  ];
  for (const { id, cells } of rows) {
    const unknown = Object.keys(cells).find((name) => !record.columns.some((column) => column.id === name));
    if (unknown !== undefined) throw new Error(`the row "${id}" fills "${unknown}", which is no column`);
  }
  return {
    columns: record.columns,
    rows: rows.map(({ id, label, cells, noChart }) => ({
      id,
      label,
      noChart: noChart ?? false,
      cells: record.columns.map((column, index) => {
        const reference = cells[column.id];
        return reference === undefined ? filled[index]?.get(id) : cellOf(reference, world);
      }),
    })),
  };
}

/** The cells that a column has from a series or from the tables of training, by year. */
function filledBySource({ series, training }: DatasetRecord['columns'][number], world: Facts): Map<string, Cell> {
  if (training) return trainingByYear(training, world);
  if (series === undefined) return new Map();
  const fact = factOf(series, world);
  if (!('points' in fact)) throw new Error(`"${series}" is no series`);
  return new Map(pointsOf(fact).map(({ id }) => [id, cellOf(`${series}/${id}`, world)]));
}

type AnyFact = Partial<Series> &
  Partial<FactOfKind['survey']> &
  Partial<CurrentFact> & { id: string; source: string; where: string; also?: { source: string; where: string }[] } & Record<
    string,
    unknown
  >;
type Series = Extract<FactOfKind['indicators'], { kind: 'series' }>;

function factOf(id: string, world: Facts): AnyFact {
  const found = world.facts.find(({ value }) => value.id === id);
  if (!found) throw new Error(`"${id}" is no record of seeds/facts`);
  return found.value as AnyFact;
}

function pointsOf({ points = [] }: AnyFact) {
  return points.map(({ year, label, value }) => ({ id: label ?? String(year), value }));
}

/** The figure that `<fact id>/<part>` leads to. Throws where there is none. */
function cellOf(reference: string, world: Facts): Cell {
  const [id = '', ...rest] = reference.split('/');
  const part = rest.join('/');
  const fact = factOf(id, world);
  const value = valueOf(fact, part);
  if (typeof value !== 'number' && typeof value !== 'string') throw new Error(`"${reference}" leads to no figure`);
  const { source, where, also = [], confidence, approximate } = fact;
  return {
    value,
    facts: [id],
    places: [{ source, where }, ...also.map((place) => ({ source: place.source, where: place.where }))],
    ...(confidence ? { confidence } : {}),
    ...(approximate ? { isApproximate: true } : {}),
  };
}

function valueOf(fact: AnyFact, part: string): unknown {
  if (fact.points) return pointsOf(fact).find((point) => point.id === part)?.value;
  const inside = fact.parts?.find(({ label }) => label === part)?.value;
  if (inside !== undefined) return inside;
  if (part === '') return fact.value;
  return ['baseline2012', 'forecast2016', 'achieved2016', 'rating', 'percent', 'count'].includes(part) ? fact[part] : undefined;
}

/** Our own sums over the rows of one table of training; a row without a number adds nothing. */
function trainingByYear(
  { task, count }: NonNullable<DatasetRecord['columns'][number]['training']>,
  { trainingFacts }: Facts,
): Map<string, Cell> {
  const rows = trainingFacts.map(({ value }) => value).filter((row) => row.tableRow && row.task === task && row.year !== undefined);
  return new Map(
    [...Map.groupBy(rows, ({ year }) => String(year))].flatMap(([year, facts]): [string, Cell][] => {
      const added = facts.map((fact) => ({ fact, number: { rows: 1, events: fact.events, participants: participantsOf(fact) }[count] }));
      const counted = added.filter(({ number }) => number !== undefined);
      // What no row of the year tells is not nought.
      if (counted.length === 0) return [];
      const cell: Cell = {
        value: counted.reduce((sum, { number = 0 }) => sum + number, 0),
        facts: counted.map(({ fact }) => fact.id),
        places: [...new Map(facts.map(({ source, where }) => [where, { source, where }])).values()],
        confidence: 'derived',
      };
      return [[year, cell]];
    }),
  );
}

function participantsOf({ total, participants }: FactOfKind['training']): number | undefined {
  if (total) return total.value;
  return participants?.reduce((sum, { value }) => sum + value, 0);
}
