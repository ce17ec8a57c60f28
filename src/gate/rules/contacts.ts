import parsePhone from 'libphonenumber-js/max';
import type { Problem } from '../../records/problem.ts';
import type { Rule } from '../rule.ts';
import { daysBetween } from './dates.ts';

/** Days for which a check of a contact or a country holds. */
export const validFor = 365;

export const contacts: Rule = {
  promise: 'Every contact and country was checked within 365 days, and every number is one that its country gives out.',
  check: ({ contacts: register, countries }, { today }) => [
    ...[...register, ...countries].flatMap(({ value, file, line }): Problem[] => {
      const age = daysBetween(value.checkedOn, today);
      if (age >= 0 && age <= validFor) return [];
      return [
        {
          file,
          line,
          field: `${value.id}.checkedOn`,
          message: `${value.name.lv} was last checked on ${value.checkedOn}, ${age} days ago`,
          remedy: 'check the numbers with their owner, correct the record and set checkedOn',
        },
      ];
    }),
    ...register.flatMap(({ value, file, line }) =>
      value.phones.flatMap(({ e164 }): Problem[] =>
        e164 === undefined || parsePhone(e164)?.isValid()
          ? []
          : [
              {
                file,
                line,
                field: `${value.id}.phones`,
                message: `${e164} is not a number of any country`,
                remedy: 'compare it digit by digit with the source',
              },
            ],
      ),
    ),
  ],
};
