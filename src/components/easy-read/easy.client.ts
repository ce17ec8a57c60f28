/** What an easy page runs, in one file: a phone asks for no more. */
import '../site/exit.client.ts';
import './picture-answers.client.ts';
import './reader.client.ts';
