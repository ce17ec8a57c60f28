/**
 * Why a picture was not stripped. `unknown`: not a picture of a kind that this module knows. `pdf`: a document, whose metadata lies
 * inside the text and cannot be cut out. `cut`: the file ends too early. `broken`: its parts contradict each other.
 */
export type PictureProblemCode = 'unknown' | 'pdf' | 'cut' | 'broken';

/** The only error that this module throws. */
export class PictureProblem extends Error {
  readonly code: PictureProblemCode;

  constructor(code: PictureProblemCode) {
    super(`the picture cannot be stripped: ${code}`);
    this.name = 'PictureProblem';
    this.code = code;
  }
}
