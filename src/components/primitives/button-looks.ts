const button = 'edge-in-forced-colours inline-flex min-h-12 items-center rounded-control px-5 py-2.5 font-strong';

/** Classes of buttons; the words of a file that is not .astro make no rules, so all of them stand in components too. */
export const buttonLooks = {
  primary: `${button} bg-primary text-on-primary hover:bg-primary-strong`,
  quiet: `${button} border-2 border-primary bg-card text-primary`,
};
