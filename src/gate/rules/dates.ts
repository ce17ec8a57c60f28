import type { Problem } from '../../records/problem.ts';
import type { Rule } from '../rule.ts';

export const dates: Rule = {
  promise: 'File names begin with the date of their item, and no date lies in the future.',
  check: ({ news, pages, easyRead, site }, { today }) => [
    ...news.flatMap((entry): Problem[] => {
      const { publishedOn } = entry.data;
      const place = { file: entry.file, line: entry.lineOf(['publishedOn']), field: 'publishedOn' };
      if (!/^\d{4}-\d{2}-\d{2}-./.test(entry.name))
        return [{ ...place, message: 'the file name does not begin with a date', remedy: `name the file ${publishedOn}-${entry.name}.md` }];
      if (!entry.name.startsWith(publishedOn))
        return [
          { ...place, message: `is ${publishedOn}, but the file name begins with ${entry.name.slice(0, 10)}`, remedy: 'make both equal' },
        ];
      if (publishedOn > today)
        return [{ ...place, message: `${publishedOn} is in the future`, remedy: 'correct the date, or publish on that day' }];
      return [];
    }),
    ...[...pages, ...easyRead].flatMap((entry): Problem[] =>
      entry.data.checkedOn > today
        ? [
            {
              file: entry.file,
              line: entry.lineOf(['checkedOn']),
              field: 'checkedOn',
              message: `${entry.data.checkedOn} is in the future`,
              remedy: 'write the day of the check',
            },
          ]
        : [],
    ),
    ...(site && daysBetween(today, site.value.securityTxtExpiresOn) < 60
      ? [
          {
            file: site.file,
            field: 'securityTxtExpiresOn',
            message: 'is less than 60 days away',
            remedy: 'check the contact for security reports and set a day within the next year',
          },
        ]
      : []),
  ],
};

/** Days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
