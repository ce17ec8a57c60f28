import type { XmlElement } from './xml.ts';

interface Shape {
  /** Names of the children, one after another with a space between. */
  children: RegExp;
  /** What each attribute may hold; those with `?` may be absent. */
  attributes: Readonly<Record<string, RegExp>>;
  /** What the text may be; none where there are children. */
  text?: RegExp;
  /** Elements in which it may stand, where not everywhere its name is allowed. */
  inside?: RegExp;
}

const some = /\S/;
const language = /^(?:lv|en|ru)$/;
const name = /^[A-Za-z_][\w.-]*$/;
const none: Shape['attributes'] = {};

/**
 * The structure of TBX-Basic in the DCA style, as far as the glossary uses it: the core of ISO 30042:2019 (TBXcoreStructV03) with the modules
 * Min and Basic (TBX-Basic_DCA.sch). By `name` or `name[type]`; what is not in the table is not allowed.
 */
const shapes: Readonly<Record<string, Shape>> = {
  tbx: {
    children: /^tbxHeader text$/,
    attributes: { style: /^dca$/, type: /^TBX-Basic$/, 'xml:lang': language, xmlns: /^urn:iso:std:iso:30042:ed-2$/ },
  },
  tbxHeader: { children: /^fileDesc$/, attributes: none },
  fileDesc: { children: /^titleStmt sourceDesc$/, attributes: none },
  titleStmt: { children: /^title$/, attributes: none },
  sourceDesc: { children: /^p(?: p)*$/, attributes: none },
  title: { children: /^$/, attributes: none, text: some },
  p: { children: /^$/, attributes: none, text: some },
  text: { children: /^body$/, attributes: none },
  body: { children: /^conceptEntry(?: conceptEntry)*$/, attributes: none },
  conceptEntry: { children: /^descrip(?: ref)*(?: langSec)+$/, attributes: { id: name } },
  langSec: { children: /^descripGrp(?: termSec)+$/, attributes: { 'xml:lang': language } },
  descripGrp: { children: /^descrip$/, attributes: none },
  termSec: { children: /^term termNote$/, attributes: none },
  term: { children: /^$/, attributes: none, text: some },
  'descrip[subjectField]': { children: /^$/, attributes: { type: some }, text: some, inside: /^conceptEntry$/ },
  'descrip[definition]': { children: /^$/, attributes: { type: some }, text: some, inside: /^langSec descripGrp$/ },
  'ref[crossReference]': { children: /^$/, attributes: { type: some, target: name }, text: some, inside: /^conceptEntry$/ },
  'termNote[administrativeStatus]': {
    children: /^$/,
    attributes: { type: some },
    text: /^(?:preferred|admitted|deprecated|superseded)Term-admn-sts$/,
    inside: /^termSec$/,
  },
};

/** What breaks the structure of TBX-Basic, each with the way to it. */
export function tbxFaults(root: XmlElement): string[] {
  const ids = all(root).flatMap(({ attributes }) => attributes.get('id') ?? []);
  const targets = all(root).flatMap(({ attributes }) => attributes.get('target') ?? []);
  return [
    ...(root.name === 'tbx' ? [] : [`the root is ${root.name}`]),
    ...faultsIn(root, []),
    ...ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `the id ${id} stands twice`),
    ...targets.filter((target) => !ids.includes(target)).map((target) => `the reference to ${target} leads nowhere`),
  ];
}

function all(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(all)];
}

function faultsIn(element: XmlElement, above: readonly string[]): string[] {
  const type = element.attributes.get('type');
  const named = `${element.name}[${type}]`;
  const shape = shapes[named] ?? shapes[element.name];
  const way = [...above, element.name].join('/');
  if (!shape) return [`${way}: ${type === undefined ? 'this element' : `the kind ${type}`} is not allowed`];
  const children = element.children.map((child) => child.name).join(' ');
  const { attributes, text = /^\s*$/, inside } = shape;
  const parents = above.slice(-2).join(' ');
  return [
    ...(shape.children.test(children) ? [] : [`${way}: holds ${children.slice(0, 60) || 'nothing'}`]),
    ...(element.children.length > 0 || text.test(element.text) ? [] : [`${way}: the text is "${element.text.slice(0, 40)}"`]),
    ...(inside === undefined || inside.test(parents) || inside.test(above.at(-1) ?? '') ? [] : [`${way}: stands in a wrong place`]),
    ...Object.entries(attributes)
      .filter(([key, allowed]) => !allowed.test(element.attributes.get(key) ?? ''))
      .map(([key]) => `${way}: ${key} is "${element.attributes.get(key) ?? ''}"`),
    ...[...element.attributes.keys()].filter((key) => !(key in attributes)).map((key) => `${way}: has ${key}`),
    ...element.children.flatMap((child) => faultsIn(child, [...above, element.name])),
  ];
}
