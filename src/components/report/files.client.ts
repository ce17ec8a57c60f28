/** Loaded when somebody chooses a file: cleans files in the browser, lists them, and sends them after the report. */
import {
  type Attachment,
  MOST_FILE,
  MOST_FILES,
  MOST_TOGETHER,
  MOST_WITHOUT_SCRIPT,
  nameOfFile,
} from '../../reports/message/attachments.ts';
import { cleanFile, type Cleaned, type FileFault, FileProblem } from '../../reports/message/cleaning.ts';

type Fault = FileFault | 'many' | 'together' | 'unreadable';

interface Chosen extends Cleaned {
  /** As its owner calls it; shown here and never sent. */
  name: string;
  keepsPlace: boolean;
}

export interface BasketParts {
  part: (name: string) => HTMLElement;
  words: Record<string, string>;
}

/** A body of a part, made when its turn comes; the same each time it is asked for. */
export type PartBody = () => Promise<string>;
/** Posts a body until it is kept or patience ends. */
export type Post = (body: string) => Promise<boolean>;

/** The files of one report. Nothing is kept anywhere but in this page. */
export class Basket {
  readonly #part: BasketParts['part'];
  readonly #words: BasketParts['words'];
  #chosen: Chosen[] = [];

  constructor({ part, words }: BasketParts) {
    this.#part = part;
    this.#words = words;
  }

  get attachments(): Attachment[] {
    return this.#chosen.map(({ file, withPlace, keepsPlace }) => (keepsPlace && withPlace) || file);
  }

  /** A line a file, for the preview. */
  get lines(): string[] {
    return this.#chosen.map((chosen, index) => this.#lineOf(chosen, index));
  }

  async add(files: readonly File[], isHere: () => boolean): Promise<void> {
    const faults: [Fault, string][] = [];
    for (const file of files) {
      this.#part('files-cleaning').textContent = this.#words['cleaning'] ?? '';
      // The words appear before the work that would hold them up.
      await new Promise((resolve) => setTimeout(resolve, 20));
      const fault = await this.#addOne(file, isHere);
      if (!isHere()) return;
      if (fault) faults.push([fault, file.name]);
    }
    this.#part('files-cleaning').textContent = '';
    this.#showFaults(faults);
    this.#show();
  }

  async #addOne(file: File, isHere: () => boolean): Promise<Fault | undefined> {
    if (this.#chosen.length >= MOST_FILES) return 'many';
    if (file.size > MOST_FILE) return 'too-large';
    try {
      const cleaned = await cleanFile(new Uint8Array(await file.arrayBuffer()));
      if (!isHere()) return undefined;
      if (this.#size + (cleaned.withPlace ?? cleaned.file).bytes.length > MOST_TOGETHER) return 'together';
      this.#chosen.push({ ...cleaned, name: file.name, keepsPlace: false });
      return undefined;
    } catch (error) {
      return error instanceof FileProblem ? error.fault : 'unreadable';
    }
  }

  get #size(): number {
    return this.#chosen.reduce((sum, { file, withPlace }) => sum + (withPlace ?? file).bytes.length, 0);
  }

  #say(key: string, values: Record<string, string | number>): string {
    return (this.#words[key] ?? '').replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  }

  #lineOf({ file, name }: Chosen, index: number): string {
    const size = (file.bytes.length / 1e6).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
    return `${nameOfFile(file.kind, index + 1)} (${name}), ${size} MB`;
  }

  #showFaults(faults: readonly [Fault, string][]): void {
    const lines = faults.map(([fault, name]) => {
      const line = document.createElement('li');
      line.textContent = this.#say(`problem.${fault}`, { name });
      return line;
    });
    this.#part('files-problems').replaceChildren(...lines);
  }

  #show(): void {
    this.#part('files-list').replaceChildren(...this.#chosen.map((chosen, index) => this.#item(chosen, index)));
  }

  #item(chosen: Chosen, index: number): HTMLElement {
    const { file, withPlace, name } = chosen;
    const item = document.createElement('li');
    const told = file.kind === 'pdf' ? 'pdf' : file.removed.length > 0 ? 'clean' : 'nothing';
    const line = document.createElement('p');
    line.textContent = `${this.#lineOf(chosen, index)}. ${this.#words[told] ?? ''}`;
    item.append(line);
    if (withPlace) {
      const label = document.createElement('label');
      label.className = 'flex min-h-11 items-center gap-3';
      const box = document.createElement('input');
      Object.assign(box, { type: 'checkbox', checked: chosen.keepsPlace, className: 'min-h-11 min-w-11 shrink-0' });
      box.addEventListener('change', () => (chosen.keepsPlace = box.checked));
      label.append(box, this.#words['placeHere'] ?? '');
      item.append(label);
    }
    const remove = document.createElement('button');
    Object.assign(remove, { type: 'button', className: 'min-h-11 rounded-control border-2 border-primary bg-card px-4 text-primary' });
    remove.textContent = this.#say('remove', { name });
    remove.addEventListener('click', () => {
      this.#chosen = this.#chosen.filter((other) => other !== chosen);
      this.#showFaults([]);
      this.#show();
      document.getElementById('files')?.focus();
    });
    item.append(remove);
    return item;
  }

  /** Puts the cleaned files into the input of the form, for sending it without script; false when they are too large for that. */
  putInto(input: HTMLInputElement): boolean {
    const files = new DataTransfer();
    const attachments = this.attachments;
    const fits = attachments.reduce((sum, { bytes }) => sum + bytes.length, 0) <= MOST_WITHOUT_SCRIPT;
    if (fits) for (const [index, { kind, bytes }] of attachments.entries()) files.items.add(new File([bytes], nameOfFile(kind, index + 1)));
    input.files = files.files;
    // What was to stay has stayed, and the server keeps the place only where it is asked to.
    const place = input.form?.elements.namedItem('place') as HTMLInputElement;
    place.checked = attachments.some(({ hasPlace }) => hasPlace);
    return fits;
  }

  /**
   * Sends the parts one after the other and says how far it is. Whatever breaks can be tried again from there. When the reader leaves
   * they go on without a word.
   */
  async send(bodies: readonly PartBody[], post: Post, isHere: () => boolean): Promise<void> {
    const [state, progress, again] = ['files-state', 'files-progress', 'files-again'].map((name) => this.#part(name)) as [
      HTMLElement,
      HTMLProgressElement,
      HTMLButtonElement,
    ];
    this.#part('files-sending').hidden = !isHere();
    progress.max = bodies.length;
    const sendFrom = async (first: number): Promise<void> => {
      again.hidden = true;
      progress.hidden = false;
      for (let index = first; index < bodies.length; index++) {
        progress.value = index;
        if (isHere()) state.textContent = this.#say('sendingFiles', { done: index, total: bodies.length });
        const isKept = await bodies[index]?.().then(post, () => false);
        if (isKept) continue;
        if (!isHere()) return;
        state.textContent = this.#words['failedFiles'] ?? '';
        progress.hidden = true;
        again.hidden = false;
        again.onclick = () => void sendFrom(index);
        again.focus();
        return;
      }
      if (!isHere()) return;
      progress.hidden = true;
      state.textContent = this.#words['sentFiles'] ?? '';
      this.clear();
    };
    await sendFrom(0);
  }

  clear(): void {
    this.#chosen = [];
    this.#part('files-cleaning').textContent = '';
    this.#showFaults([]);
    this.#show();
  }
}
