export type Encoding = 'br' | 'gzip' | 'identity';

/** Quality per name of an Accept-Encoding header, e.g. `br;q=0.5, *;q=0`. Nonsense counts as refused. */
function qualities(header: string): Map<string, number> {
  const entries = header.split(',').map((part): [string, number] => {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    const value = quality === undefined ? 1 : Number(quality.slice(2));
    return [name, value >= 0 && value <= 1 ? value : 0];
  });
  return new Map(entries);
}

/**
 * The encoding to send: the client's favourite among those available, the smaller on a tie. Where it refuses all of them,
 * plain bytes: a page that somebody needs is better than an error.
 */
export function chooseEncoding(header: string | undefined, available: readonly Encoding[]): Encoding {
  if (header === undefined || header.trim() === '') return 'identity';
  const asked = qualities(header);
  const others = asked.get('*') ?? 0;
  const quality = (name: Encoding) => asked.get(name) ?? (name === 'identity' ? Math.max(others, 0.001) : others);
  const order: readonly Encoding[] = ['br', 'gzip', 'identity'];
  const usable = order.filter((name) => name === 'identity' || (available.includes(name) && quality(name) > 0));
  return usable.reduce((best, name) => (quality(name) > quality(best) ? name : best));
}
