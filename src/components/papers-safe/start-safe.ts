import type { Document } from '../../papers-safe/safe.ts';
import { breath } from '../loading/breath.ts';
import { keepFromOthers } from '../site/keep-from-others.ts';
import type * as Core from './core.client.ts';

/** More would not fit into the memory of a cheap phone. */
const MOST_BYTES = 50 * 1024 * 1024;

/**
 * Makes the safe of a page work: cuts metadata, locks and opens in the page, hands the files to the reader. Keeps and sends nothing;
 * what was typed and opened is gone when the page is left.
 */
export function startSafe(root: HTMLElement, fetchCore: () => Promise<typeof Core>): void {
  const part = <Kind extends HTMLElement = HTMLElement>(name: string): Kind => root.querySelector(`[data-safe="${name}"]`) as Kind;
  const words = JSON.parse(root.dataset['words'] ?? '{}') as Record<string, string>;
  const [files, locked] = [part<HTMLInputElement>('files'), part<HTMLInputElement>('locked')];
  const [newPassphrase, passphrase] = [part<HTMLInputElement>('new-passphrase'), part<HTMLInputElement>('passphrase')];
  const progress = part<HTMLProgressElement>('progress');
  let documents: Document[] = [];
  let addresses: string[] = [];
  let isBusy = false;

  const say = (where: 'lock' | 'open', word = ''): void => {
    part(`${where}-said`).textContent = words[word] ?? '';
  };
  const refuse = (where: 'lock' | 'open', word: string, field: HTMLElement): void => {
    say(where, word);
    field.focus();
  };
  const load = async (): Promise<typeof Core> => {
    const core = await fetchCore();
    await breath();
    return core;
  };
  const linkTo = (file: Blob, name: string): HTMLAnchorElement => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    addresses.push(link.href);
    link.download = name;
    link.textContent = name;
    return link;
  };
  const list = (name: string, items: readonly (string | Node)[]): void => {
    part(name).replaceChildren(
      ...items.map((item) => {
        const line = document.createElement('li');
        line.append(item);
        return line;
      }),
    );
  };
  const busy = async (where: 'lock' | 'open', work: (isHere: () => boolean) => Promise<void>): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    const isHere = begin();
    say(where, 'working');
    progress.value = 0;
    part(where).append(progress);
    progress.hidden = false;
    // What was said is seen before the work begins.
    await breath();
    try {
      if (isHere()) await work(isHere);
    } catch {
      if (isHere()) say(where, 'failed');
    }
    if (isHere()) rest();
  };
  const rest = (): void => {
    progress.hidden = true;
    isBusy = false;
  };
  const tell =
    (isHere: () => boolean) =>
    (share: number): void => {
      if (isHere()) progress.value = share;
    };

  /** The document without metadata where it is a picture, and the words that say what was done. */
  const cleaned = async (core: typeof Core, file: File): Promise<[Document, string]> => {
    const bytes = await core.bytesOf(file);
    const type = core.typeOf(bytes);
    const asItIs = { name: file.name, bytes };
    if (type === undefined || type === 'pdf') return [asItIs, words['asItIs'] ?? ''];
    try {
      const stripped = await core.stripPicture(bytes, { keepPlace: false, pause: core.makePause() });
      return [{ name: file.name, bytes: stripped.bytes }, words['cleaned'] ?? ''];
    } catch {
      return [asItIs, words['notCleaned'] ?? ''];
    }
  };

  const choose = (): Promise<void> =>
    busy('lock', async (isHere) => {
      const chosen = [...(files.files ?? [])];
      documents = [];
      list('chosen', []);
      if (chosen.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return say('lock', 'tooLarge');
      const core = await load();
      const done: [Document, string][] = [];
      for (const file of chosen) done.push(await cleaned(core, file));
      if (!isHere()) return;
      documents = done.map(([document]) => document);
      list(
        'chosen',
        done.map(([{ name }, what]) => `${name}: ${what}`),
      );
      say('lock');
    });
  const suggest = (): Promise<void> =>
    busy('lock', async (isHere) => {
      const { makePassphrase } = await load();
      if (!isHere()) return;
      newPassphrase.value = makePassphrase();
      say('lock', 'suggested');
    });
  const lock = (): Promise<void> | void => {
    if (documents.length === 0) return refuse('lock', 'noFiles', files);
    return busy('lock', async (isHere) => {
      const core = await load();
      if (!isHere()) return;
      const secret = core.passphraseOf(newPassphrase.value);
      if (!core.isLongEnough(secret)) return refuse('lock', 'tooShort', newPassphrase);
      const sealed = await core.fileOf(await core.sealDocuments(documents, secret, tell(isHere)));
      if (!isHere()) return;
      const link = linkTo(sealed, words['file'] ?? '');
      list('sealed', [link]);
      link.click();
      say('lock', 'sealed');
    });
  };
  const open = (): Promise<void> | void => {
    const [file] = locked.files ?? [];
    if (!file) return refuse('open', 'noSafe', locked);
    return busy('open', async (isHere) => {
      list('opened', []);
      const core = await load();
      const secret = core.passphraseOf(passphrase.value);
      try {
        const found: [Blob, string][] = [];
        for (const { name, bytes } of await core.openSafe(await core.bytesOf(file), secret, tell(isHere)))
          found.push([await core.fileOf(bytes), name]);
        if (!isHere()) return;
        list(
          'opened',
          found.map(([blob, name]) => linkTo(blob, name)),
        );
        say('open', 'opened');
      } catch (error) {
        if (!(error instanceof core.SafeProblem)) throw error;
        if (isHere()) refuse('open', error.code, error.code === 'passphrase' ? passphrase : locked);
      }
    });
  };
  const clear = (): void => {
    for (const field of [files, locked, newPassphrase, passphrase]) field.value = '';
    for (const name of ['chosen', 'sealed', 'opened']) list(name, []);
    for (const address of addresses) URL.revokeObjectURL(address);
    [documents, addresses] = [[], []];
    say('lock');
    say('open');
    rest();
  };
  const { begin, wipe } = keepFromOthers(root, clear);

  files.addEventListener('change', () => void choose());
  const actions: Record<string, () => void> = {
    suggest: () => void suggest(),
    seal: () => void lock(),
    unseal: () => void open(),
    clear: wipe,
  };
  root.addEventListener('click', ({ target }) => {
    const name = target instanceof Element ? target.closest<HTMLElement>('[data-safe-do]')?.dataset['safeDo'] : undefined;
    if (name !== undefined) actions[name]?.();
  });
}
