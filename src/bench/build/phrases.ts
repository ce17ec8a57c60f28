/**
 * Sentences of the generated news, our own and invented: they stand on no published page.
 * `{place}` becomes a town in the locative case, `{link}`, `{fact}` and `{name}` what their words say.
 */
export const places = ['Rīgā', 'Liepājā', 'Valmierā', 'Daugavpilī', 'Jelgavā', 'Ventspilī', 'Rēzeknē', 'Ogrē', 'Cēsīs', 'Kuldīgā'];

export const occasions = [
  'Sanāksme',
  'Mācību diena',
  'Konference',
  'Saruna ar skolotājiem',
  'Darba grupa',
  'Seminārs',
  'Izstāde',
  'Diskusija',
];

export const subjects = [
  'par drošu darbu',
  'par palīdzību cietušajiem',
  'par pašvaldību lomu',
  'par jauniešu drošību',
  'par godīgiem līgumiem',
  'par sadarbību',
];

export const leads = [
  '{place} tikās policisti, sociālie darbinieki un skolotāji, lai pārrunātu, kā agrāk pamanīt cilvēku, kuram vajadzīga palīdzība.',
  'Pašvaldības speciālisti {place} dalījās pieredzē un vienojās, kas katrai iestādei jādara turpmāk.',
  'Biedrības un valsts iestādes {place} kopā meklēja veidus, kā par drošu darbu ārvalstīs pastāstīt saprotami.',
];

export const headings = [
  'Ko pārrunāja',
  'Kas notiks tālāk',
  'Kā sagatavoties',
  'Kur meklēt palīdzību',
  'Ko stāstīja dalībnieki',
  'Kāpēc tas ir svarīgi',
];

export const sentences = [
  'Dalībnieki vispirms klausījās īsu stāstu par cilvēku, kurš uzticējās labam piedāvājumam.',
  'Pēc tam viņi mazās grupās izrunāja, kurā brīdī kāds no malas būtu varējis palīdzēt.',
  'Vairāki runātāji uzsvēra, ka pirmais jautājums nav, kas notika, bet kas cilvēkam vajadzīgs tagad.',
  'Sociālais darbinieks nereti ir vienīgais, kurš ģimeni apmeklē mājās un redz pārmaiņas.',
  'Skolotāji lūdza vienkāršus piemērus, par kuriem var runāt klasē, nevienu nebiedējot.',
  'Policija atgādināja, ka par aizdomīgu sludinājumu var pastāstīt arī tad, ja pierādījumu nav.',
  'Tiesneši un prokurori runāja par to, kā uzklausīt cietušo tikai vienu reizi un mierīgā telpā.',
  'Tulks ir jāmeklē laikus, jo radinieks vai darba biedrs tulkot nedrīkst.',
  'Katra iestāde pastāstīja, kam zvanīt darba laikā un kam naktī vai svētku dienās.',
  'Jaunieši paši veidoja plakātus un izvēlējās vārdus, kurus saprot viņu draugi.',
  'Darba devēju pārstāvji teica, ka godīgs līgums ir īss, saprotams un uzrakstīts cilvēka valodā.',
  'Īpaši daudz jautājumu bija par darbu, kuru piedāvā sociālajos tīklos.',
  'Neviens nav vainīgs pie tā, ka viņu apmānīja.',
  'Speciālisti vienojās, ka sarunu sāk ar mieru, ūdeni un drošu vietu, bet anketu pilda vēlāk.',
  'Pašvaldība apsolīja izvietot informāciju autoostā, bibliotēkā un ārsta kabinetā.',
  'Par uzticēšanos runāja visvairāk: to nopelna lēni, bet zaudē vienā dienā.',
  'Ja cilvēks palīdzību šodien atsakās pieņemt, durvis viņam paliek atvērtas.',
  'Dokumentus drīkst glabāt tikai pats cilvēks, un to zina vēl ne visi.',
  'Liela daļa sarunas bija par bērniem, kuri ceļo bez vecākiem.',
  'Kaimiņvalstu kolēģi rādīja, kā viņu pilsētās sadala pienākumus.',
  'Vienošanos uzrakstīja uz vienas lapas, lai to varētu pielikt pie sienas.',
  'Nākamajā reizē dalībnieki salīdzinās, kas ir izdevies un kas nav.',
];

export const withFact = 'Kāds runātājs atgādināja skaitli {fact} un paskaidroja, no kurienes tas ir iegūts.';
export const withName = 'Sarunā vairākkārt minēja {name}, un to ieteica izlasīt arī citiem.';
export const withLink = 'Līdzīgi notikumi ir atrodami [jaunumu sarakstā]({link}), bet par vietni stāsta [atsevišķa lapa](/lv/par-vietni/).';

export const listItems = [
  'pastāstīt kolēģiem par dzirdēto;',
  'pārbaudīt, vai tālruņa numuri ir pareizi;',
  'uzrakstīt, kurš ar kuru sazinās pirmais;',
  'sarunāt tulku vismaz divām valodām;',
  'atrast telpu, kurā var runāt netraucēti;',
  'pēc gada salīdzināt paveikto.',
];
