import { describe, expect, test } from 'vitest';
import { drawBarChart, type BarChart } from '../../../src/charts/bar-chart.ts';
import { inFile, onPage } from '../../../src/charts/media.ts';

const chart: BarChart = {
  title: 'Iztērēts & plānots',
  description: 'Stabiņi.',
  series: ['Iztērēts', 'Plānots'],
  groups: [
    {
      label: '2014',
      bars: [
        { value: 50, text: '50' },
        { value: 100, text: '100' },
      ],
    },
    {
      label: '2015',
      bars: [
        { value: 25, text: '25' },
        { value: undefined, text: 'nav' },
      ],
    },
  ],
  isScaledByGroup: false,
  foot: 'Avots: A.',
};
const page = (changes: Partial<BarChart> = {}) => drawBarChart({ ...chart, ...changes }, onPage('c'));
const bars = (svg: string) => [...svg.matchAll(/<rect x="20%"[^>]* width="([\d.]+)%"/g)].map(([, width]) => Number(width));
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

describe('a chart on a page', () => {
  test('draws bars as long as their figures', () => expect(bars(page())).toEqual([28, 56, 14]));
  test('prints the figure of every bar, and the words of every row', () =>
    expect(texts(page())).toEqual(['Iztērēts', 'Plānots', '2014', '50', '100', '2015', '25']));
  test('tells the bars of a row apart without colour', () => expect(page().match(/fill="url\(#c-1\)"/g)).toHaveLength(2));
  test('says that a row has no figure at all', () => {
    const groups = [
      ...chart.groups,
      {
        label: '2016',
        bars: [
          { value: undefined, text: 'nav' },
          { value: undefined, text: 'nav' },
        ],
      },
    ];
    expect(texts(page({ groups })).slice(-2)).toEqual(['2016', 'nav']);
  });
  test('gives each row its own scale where rows count different things', () =>
    expect(bars(page({ isScaledByGroup: true }))).toEqual([28, 56, 56]));
  test('puts long words over their bars, in lines that fit a phone', () => {
    const label = 'Vērstos pēc informatīvā atbalsta pašvaldības sociālajā dienestā';
    const [first, second, third] = texts(page({ series: ['A'], groups: [{ label, bars: [{ value: 1, text: '1' }] }] }));
    expect([first, second, third]).toEqual(['Vērstos pēc informatīvā', 'atbalsta pašvaldības sociālajā', 'dienestā']);
  });
  test('has a name and a description', () => {
    expect(page()).toContain(
      'role="img" aria-labelledby="c-t c-d"><title id="c-t">Iztērēts &amp; plānots</title><desc id="c-d">Stabiņi.</desc>',
    );
  });
  test('needs no style of its own', () => expect(page()).not.toMatch(/\sstyle=|<style|\sclass=/));
});

describe('a chart in a file', () => {
  test('shows its title and source', () => {
    const words = texts(drawBarChart(chart, inFile('c', 'text')));
    expect([words[0], words.at(-1)]).toEqual(['Iztērēts &amp; plānots', 'Avots: A.']);
  });
  test('has no letters but outlines where a picture is made of it', () => {
    const svg = drawBarChart(chart, inFile('c', 'outlines'));
    expect(svg).not.toContain('<text');
    expect(svg.match(/<path fill="#1c2029" d="M/g)?.length).toBe(8);
  });
});
