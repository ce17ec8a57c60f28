import Details from '~/components/primitives/Details.astro';
import Notice from '~/components/primitives/Notice.astro';
import Address from './Address.astro';
import Checklist from './Checklist.astro';
import Contact from './Contact.astro';
import ExitTryout from './ExitTryout.astro';
import Fact from './Fact.astro';
import Name from './Name.astro';
import Operator from './Operator.astro';
import PageLink from './PageLink.astro';
import Phone from './Phone.astro';
import Source from './Source.astro';
import Statement from './Statement.astro';
import Ui from './Ui.astro';

/** The components that MDX may use, by the names that content/README.md explains. */
export const prose = { Address, Checklist, Contact, Details, ExitTryout, Fact, Name, Notice, Operator, PageLink, Phone, Source, Statement, Ui };
