/** What the easy page with the form runs, in one file: a phone asks for no more. */
import './easy.client.ts';
import '../report/report.client.ts';
