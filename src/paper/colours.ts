/** Colours of the paper: tokens.css in its light scheme, because paper has no dark one. */
export const colours = {
  ink: '#1c2029',
  soft: '#454a57',
  cut: '#767b88',
  fold: '#a5a9b3',
  emergency: '#a3000e',
  number: '#0b4a50',
  ground: '#f8edc9',
} as const;
