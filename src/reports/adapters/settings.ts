import type { S3Options } from '../stores/s3.ts';

/** Settings by name, as in the environment; src/reports/README.md lists them. */
export type Settings = Readonly<Record<string, string | undefined>>;

/** A number above 0. Throws with the remedy. */
export function numberSetting(settings: Settings, name: string, usual: number): number {
  const value = Number(settings[name] ?? usual);
  if (value > 0) return value;
  throw new Error(`Reports: ${name} is "${settings[name]}", which is no number above 0. Correct or unset it.`);
}

/** The bucket that the settings name. Throws with the remedy. */
export function bucketSettings(settings: Settings): S3Options {
  const need = (name: string): string => {
    const value = settings[name];
    if (value) return value;
    throw new Error(
      `Reports: ${name} is missing. Set REPORTS_S3_BUCKET (its https address), _REGION, _ACCESS_KEY_ID and _SECRET_ACCESS_KEY.`,
    );
  };
  return {
    bucket: need('REPORTS_S3_BUCKET'),
    region: need('REPORTS_S3_REGION'),
    accessKeyId: need('REPORTS_S3_ACCESS_KEY_ID'),
    secretAccessKey: need('REPORTS_S3_SECRET_ACCESS_KEY'),
    ...(settings['REPORTS_S3_SESSION_TOKEN'] !== undefined && { sessionToken: settings['REPORTS_S3_SESSION_TOKEN'] }),
  };
}

/** The last address a proxy of ours added; what stands before it, anybody can write. */
export function forwardedAddress(request: Request): string | undefined {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
}
