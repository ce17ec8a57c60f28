/** Every way a text may lie in a file: UTF-8, UTF-16 both ways, hex, percent, and base64 at its three phases. */
export function spellingsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text);
  const utf16 = Buffer.from(text, 'utf16le');
  const hex = utf8.toString('hex');
  const phases = [0, 1, 2].map((phase) => {
    const shifted = Buffer.concat([Buffer.alloc(phase), utf8]).toString('base64');
    // The letters at both ends depend on the neighbours too.
    return shifted
      .slice(phase === 0 ? 0 : phase + 1)
      .replace(/=+$/, '')
      .slice(0, -2);
  });
  const percent = [...utf8].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const texts = [hex, hex.toUpperCase(), encodeURIComponent(text), percent, percent.toUpperCase(), ...phases];
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...texts.map((one) => Buffer.from(one))];
}
