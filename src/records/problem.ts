/** One fault in the content: where it is, what is wrong, how to put it right. */
export interface Problem {
  /** Path from the project's root. */
  file: string;
  /** Counted from 1. */
  line?: number;
  column?: number;
  /** Dotted path of the field, e.g. sources.0.id. */
  field?: string;
  message: string;
  remedy: string;
}

export function describeProblem({ file, line, column, field, message, remedy }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return `${place}: ${field ? `${field}: ` : ''}${message} → ${remedy}`;
}
