import Details from '~/components/primitives/Details.astro';
import Notice from '~/components/primitives/Notice.astro';
import AbbreviationList from './AbbreviationList.astro';
import Address from './Address.astro';
import AllContacts from './AllContacts.astro';
import CalendarFront from './CalendarFront.astro';
import CampaignFront from './CampaignFront.astro';
import Checklist from './Checklist.astro';
import Contact from './Contact.astro';
import ContactsByPlace from './ContactsByPlace.astro';
import Countries from './Countries.astro';
import EasyComparison from './EasyComparison.astro';
import EasyScores from './EasyScores.astro';
import EmbedCode from './EmbedCode.astro';
import EmbedExample from './EmbedExample.astro';
import ExitTryout from './ExitTryout.astro';
import Fact from './Fact.astro';
import MediaChecklistPdf from './MediaChecklistPdf.astro';
import MediaContact from './MediaContact.astro';
import MediaPictures from './MediaPictures.astro';
import MediaRules from './MediaRules.astro';
import Fruit from './Fruit.astro';
import FiguresFront from './FiguresFront.astro';
import HeadlineChecker from './HeadlineChecker.astro';
import HeadlineRules from './HeadlineRules.astro';
import GlossaryFront from './GlossaryFront.astro';
import Name from './Name.astro';
import NewsTimeline from './NewsTimeline.astro';
import OfferChecker from './OfferChecker.astro';
import NumberTrainer from './NumberTrainer.astro';
import OfflineCopy from './OfflineCopy.astro';
import OpenNow from './OpenNow.astro';
import Operator from './Operator.astro';
import PageLink from './PageLink.astro';
import PaperList from './PaperList.astro';
import PapersSafe from './PapersSafe.astro';
import Phone from './Phone.astro';
import PictureBook from './PictureBook.astro';
import ProjectFront from './ProjectFront.astro';
import PublicationFront from './PublicationFront.astro';
import Source from './Source.astro';
import Statement from './Statement.astro';
import TravelPlan from './TravelPlan.astro';
import Ui from './Ui.astro';

/** The components that MDX may use, by the names that content/README.md explains. */
export const prose = {
  AbbreviationList,
  Address,
  AllContacts,
  CalendarFront,
  CampaignFront,
  Checklist,
  Contact,
  ContactsByPlace,
  Countries,
  Details,
  EasyComparison,
  EasyScores,
  EmbedCode,
  EmbedExample,
  ExitTryout,
  Fact,
  MediaChecklistPdf,
  MediaContact,
  MediaPictures,
  MediaRules,
  Fruit,
  FiguresFront,
  HeadlineChecker,
  HeadlineRules,
  GlossaryFront,
  Name,
  NewsTimeline,
  Notice,
  OfferChecker,
  NumberTrainer,
  OfflineCopy,
  OpenNow,
  Operator,
  PageLink,
  PaperList,
  PapersSafe,
  Phone,
  PictureBook,
  ProjectFront,
  PublicationFront,
  Source,
  Statement,
  TravelPlan,
  Ui,
};
