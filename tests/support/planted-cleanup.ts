// Runs for every file of tests/content: they share their modules, so that the content is read once and not once a file.
import { afterAll } from 'vitest';
import { removeCopy } from './planted.ts';

afterAll(removeCopy);
