/**
 * 2,048 everyday words of Latvian, written without diacritics, so that any keyboard abroad can type them. Chosen for this site: from the
 * list of common words of src/easy-language, from its own texts, and by hand. A place in the list is 11 bits.
 */
export const WORDS: readonly string[] = `
abele abi abols acs ada adrese advokats agentura agrak aicinat aina aiz aizbegt aizbraukt aizdegt aizdot aiziet aizliegt aizmirst
aizmugure aiznemts aiznest aizpildit aizsargat aizskriet aizslegs aizslegt aizstat aizstavet aizsutit aizvakar aizvert aizvest aka
akcija akls akmens alga alksnis alnis alus alva amats ananass angliski anglu ani anonims apaksa apals apelsins apgerbs apgulties
apkalpe apkarot apkart apkartne apkopeja apkopejs apkure aplieciba apmacit apmainit apmaksat apmeklet apmeram apraksts aprilis
apsargs apse apsesties apskate apskatit apsolit apstakli apstaties apsvert aptauja aptieka apturet apvieniba apzinat arbuzs
ardievas arfa arhivs ari arkartas armija arpus arste arstet arsts arvalsts arzemes ass astere astoni astotais atbalsts atbilde
atbildet atbilst atbraukt atbrivot atdot atgut atiet atkal atkariba atkarigs atkartot atklat atkritumi atlaist atlauja atlaut
atlikt atnakt atnemt atnest atols atpazit atpusties atputa atrast atrasties atri atrs atsaukt atseviski atskana atslega atslegt
atspekot atspole atstat atstradat atsutit atteikt attels attiecas attistit atvars atvert atverts atvest atvija atzime atzimet
atzist atzit atzvanit auds audzet audzinat auglis augsa augsts augstums augt augusts aukla auksts auns auss auto autobuss autoosta
autors avene avize avots bagats bagaza bagete balkons balodis balsot balss balts balva banans banka baravika barot bazilika
baznica bebrs bedigs beglis begt beidzot beigas beigt beigties beka berniba berns bernunams berzs bet bez bezdarbs bezmaksas
bezvadu biedet biedriba biedrs biete biezi biezs bijat bikses bilde bilete birojs bistams bite bizons blakus blusa bluze bralis
brasls brauciens braukt bridinat bridis briedis brikete brilles brinities brinums brivdiena brivi briviba brivs brokastis bruklene
bruns budzets buklets buks bulcina bulta bumba bumbieris bungas burbulis buris burkans burtnica burts burvis butu buvet cau cauna
caur cauri caurums celgals celms celojums celot cels celt celties celtnieks celvedis cena censties centrs cents cept cepums cepure
ceret ceriba cers cetri ceturtais ciekurs cielava ciemos ciems ciena cienit ciest ciets cigarete cik cikade cilne cilveks cimdi
cita citadak citadi citet citreiz citrons cits citur cuka cukstet cukurs cuska dabut dadzis daksina dakstins dakts dala dalijums
dalit dalities dambis darbariks darbdiena darbiba darboties darbs dargi dargs darit darzenis darzs dasns dati dators datums daudz
daudzas daudzi davana dazadi dazads dazi dazreiz dazs debesis decembris degt deguns degviela deja dejot del delfins dels deret
derigi derigs desa desmit desmitais deva deveja devejs devini devitais diegs diemzel diena dienests diennakts diezgan dille dilles
dimants diskusija divans divata divdesmit divi divreiz dokuments doma domat dot doties draugs drava drebes drikstet driz drosi
drosiba drosme drosmigs dross drukat dubults dumi duna durvis durvju dusa dvielis dzeltens dzelzs dzenis dzert dzerve dzervene
dzest dziedat dziesma dzija dzilna dzils dzimsana dzimt dzimums dzintars dzirde dzirdet dzirkste dzirnas dzive dziviba dzivnieks
dzivoklis dzivot dzivs ediens egle eglite eiro ekrans eksamens eksperte elektriba elkonis elks elpa elpot ena enkurs erglis erts
est ezers ezis fabrika fagots fails fazans februaris ferma figura fikuss filcs filiale filma filmet filtrs firma flauta folija
fonds forma forums foto frizieris futbols gadat gadijums gadities gads gadsimts gaida gaidit gaigala gailene gailis gaisma gaiss
gajejs gala galds gals galva galvenais gan gandriz garam garigs garoza gars garsa garsigs garums gatavot gatavs gerbt gerbties
gimene glabat glabejs glabt glaze globuss goba godalga godigi godigs gods govs gramata grava gredzens gribet grida griesti griezt
gripa groks grope grozs grupa gruti grutiba grutibas grutniece gruts gudrs gulbis gulet guleties gulta gurkis gut hallo hobijs
hokejs hronika ideja iebilst iebraukt iecere iedot ieeja iegaumet iegut ieiet iekartot ieklaut ieksa iela ielaist ieldienas ielikt
iemesls iemest ienakt ienest iepazit ieplanot ieprieks ieradums ieraksts ierakums ierasties ierice ieslegt iesniegt iespeja
iestade iestaties iet ieteikt ieva ieverot ievest ieviest ievietot ievilinat ievs iga ignoret ikviena ikviens ilgi ilgs ilgt
ilgums ilkss indigo informet inkognito instituts interese internets ipasi ipasnieks ipass irbe ire iret iropa islaicigs iss istaba
istenot ists iszina izaugt izbraukt izciest izdarit izdevums izdomat izdrukat izdzest izeja izglabt izglitot izglitots iziet
izkapts izklut izlabot izlasit izlemt izlikt izlikties izmaksas izmaksat izmantot izmeklet izmers izmest izmitinat iznakt izpetit
izpildit izplatit izprast izpratne izsalcis izsaukt izsekot izskatit izslapis izslegt izsniegt izstade izstradat izteikt izveidot
izvele izvelne izvertet izvest izvietot izzina jaatdod jabut jadod jaguars jaka janodod janvaris jasmins jau jauks jauniba
jaunietis jauns jaunums jautajums jautat jeb jebkad jebkur jebkurs jogurts jokot joks josta jubileja julijs jumis jumts junijs
jura jurists jurmala jus just justies jusu jutas kabacis kabata kabinets kada kadel kadreiz kads kafejnica kafija kaija kails
kaimins kaitet kaja kakis kakls kaktuss kalejs kalendars kalns kam kamene kamer kamera kamielis kampana kanals kanoe kapec kapnes
kaposts kapt karavirs kardinat karogs karote karta karte kartet kartiba kartite kartot kas kastanis kaste katls katra katrs kauls
kaut kauties kaveties kaza kazas kazene kede kermenis kert kino kivite klade klase klat klausit klava kleita klepus kliegt klients
klints klubs kluset klusi kluss klusums klut knaibles kodols kods koferis kokle koks kolegis kolonna komanda kombains komikss
komisija kompass koncerts konfekte konsuls konts kopa kopet kopigi kopigs kopija kopmitne kops kopt kopuma korkis krabis krasa
krasns krasts krat krauklis kredits kreisa kreisais krekls kresls krieviski krievs krievu krist kristals krona krupis kruts kruze
kugis kuka kukainis kukulis kumoss kundze kungis kungs kur kura kurjers kurls kurmis kurp kurpe kurpes kurs kurss kusteties
kustiba kviesi laba labais labakais labaks labdien labi labot labprat labrit labs labums labvakar lacene lacis lai laikam laiks
laime laimigs laipns laist laiva lakats lampa lapa lapsa lasams lasis lasisana lasit lasitajs latviesu latviski lauki lauks
laukums lauliba laulibas laut lauva lauzt ledus leja lejkanna lekt lelle lemt lemums lemurs leni lens lepns lepnums lepoties leti
lets lidmasina lidosta lidot lidz lidzi lidzigs liecinat liedags lieks lielaks lielisks liels liepa liet lieta lietot lietotne
lietus lifts ligums likt likties likums lilija limenis limonade lineals lini linija linsekla lipa lode logs loks loma losjons loti
ludzu lugsana lugt lugums luksofors lukturis lupa lupata lusis luzums macet macibas macit macitajs macities magone maijs maina
mainit mainities maiss maize maja majaslapa majoklis majup makonis maks maksa maksat mala mamma mandele manit mans mantija
marsruts marts masa masina mate materials mati matracis maurs maz mazak mazaks mazberns mazgat mazinat mazliet mazs mazulis mebele
medikis medus medz meginat mehanisms meita meitene meklet mele mellene melns melone menesis meness merkis mes mest metelis mets
mezgls mezs miegs mierigi mierigs miers miesa miezi miksts milakais milestiba milet miljons milti minet ministrs minute mirklis
miza mocit mocities modelis moderns motocikls motors muca mugura muita muris musa musdienas musu mute muzejs muzika muzs nabadziba
nabags nagla nags nakamais nakamgad nakotne naksnot nakt nakti nakties nakts nams narcise nauda naudu nav nazis nedaudz nedela
nederigs neglits neitrals neka nekad nekads nekas nekur nemiers nemt neons nepareizs nereti nervozs nesen neskaidrs nest netirs
neviens nevis niedre nieres nobities nobraukt nodala noderet noderigs nodeva nodoklis nodot nogaidit noguris nogurums nojaust
nokavet nokert noklut nokrist nolemt noliegt nolikt noluks nomakts nometne nonakt nonemt nopelnit nopietni nopietns nopirkt
noplest nora norade norise normals nosaukt noslepums nospiest nost nosutit noteikt noteikts noteikumi notikt notikums noturet
novads novelet novembris noverot noverst novertet novilkt novirzit nozime nozimet nozimigs nulle numurs objekts ods oficials ogas
ogle oktava oktobris ola omars onkulis opera operacija oranzs organs orhideja osis otrais otrdiena otrkart otrs oza ozols paaudze
pabalsts pabeigt padarit padomat padome padoms padot paeglis pagaidu pagalms pagatne pagrabs pagriezt pagut pajautat paka pakavs
paklajs paklausit palaist paldies palidzet paligs palikt palma pamanit pamats pamazam pameginat pamest pamosties panakt panemt
panna pants paparde papele papirs paprasit paprika par parada paradit parads parak paraksts parasti parasts parbaude parbraukt
pardevejs pardevet pardot pardzivot pareizs parejais pariet paris parit parkapt parks parluks parmaina parnemt parole parrunat
parskats parsla parstave partika partneris partraukt parunat parvadat parvalde parvest parzinis pasacit pasaka pasakums pasargat
pasaule pase paslaik paslept paspet pastala pastastit pastavigs pastnieks pasts pat pateikt pati patiesam patiess patikams patikt
pats paturet pavada pavadit pavadonis pavards pavars pavasaris paveikt pavisam pazaudet pazime pazina pazinot pazist pazistams
pazit pazust pec peda pedas pedejais peksni peksns peldet pele peleks pelna pelnit pensija peonija periods perle pern personigs
petijums petit pie pieaugt pieci pieciest piedavat piederet piedodiet piedosana piedot piedzimt pieejams piekrist piektais
pielaist piemanit piemeram piemers pienemt piens pieprasit pieradit pierunat piesaukt pieskatit piespiest pietikt pietura pieverst
pievienot piezime piezvanit pilnigi pilnigs pilns pils pilseta pilsonis pinkains pipars pircejs pirksts pirkt pirmais pirmdiena
pirmkart pirmoreiz pirms pirts plakats planot plans plastmasa plats platums plaukts plausa plava plecs plest plits plosts pludi
plume podnieks pods poga politika portals pote prakse prasit prasme prast pratejs prats preceties precets precizs pret preti
priede prieks prieksa printeris privats problema process profesija programma projam projekts prom protams psihologs puce pudele
puika puke pules pumpurs punkts pupa purene purvs pusaudzis pusdienas puse pusnakts putns putra radinieks radio radit rads rags
raibs rajons rakete rakstit raksts rasa rasties recepte redele redzams redze redzet registrs regula reiz reize reizem rekinat
rekins reklama remontet remonts restorans resurss reta reti rezims rezultats riciba rieksts rieva rikojums rikot rikoties riks
rinda rinkis ripa risinat risks rit rita rits robeza robs roka roza roze rozine rubins rudens rudzi runa runat rupes rupeties
rupjs rupnica rupors rupucis sacit sadala sadarbiba sads sagaidit sagatavot saglabat sagriezt saimniece saistit saite sajaukt
sajust sajuta sakars sakartot sakt sakties sakuma sakums sala salati salauzt saldejums salikt salms sals samaksat samazinat
sameklet sanaksme sanemt saplest sapnis saprast saprotams sapulce saraksts sargat sargs sarkans sarma saruna sarunat sasist
saskaitit saskanot sasniegt satiksme satikt satikties satraukts saturs saubas saubities sauklis saukt saule saurs sauss savadak
savakt savejs savienot savs sazina sede sedet sedli sega seit seja sekas sekot sekretars sekunde selerija seminars sen sene
seniors sens septini septitais serveris sesi sestais sestdiena setnieks sevi sevis sie siena siers siet siets sieva sieviete sijat
siks silke silts siltums simts sipols sirds sirsenis sis situacija sizets skabarga skabene skaidrot skaidrs skaists skaitit
skaitlis skaits skali skals skana skanet skatit skatities skirot skirties skist skivis skola skolens skolotaja skriet skripts
skudra skuja slapjs slaucit slavens sledzene slegt slegts slepens slept slepus sliktaks slikti slikts slinkot slota smadzenes
smagi smags smaidit smarza smarzot smeket smiekli smieties smilga smilts smirdet sniedzejs sniegs sniegt sobrid sodien soferis
sogad sokolade solijums solins solit soma spainis spalva sparns specigs spejas speks spele spelet speleties spet spiediens spiest
spilvens spogulis spole sportists sportot sports spradze spriedums stabs stabule stacija staigat starp stastit stasts stavet stavs
steigties stends stikls stingri stiprinat stiprs stirna stradat strauss strauts strazds strids students stumbrs stumt stunda
sturis sudrabs sudzeties sudziba sula summa suna suns surp susuris sutit svarigs svarki svars svece sveicinat sveiki sveiks svess
svetdiena svetki sviests svilpe svinet tablete tabula tad tada tadel tads tafele tagad taisit taisniba taisnigs taisns taka talak
talants talrunis talu tante tapa tapat tapec tas tase tasite tatad taurins tauta tavs teatris teikt teikums teja tejkanna teksts
telefons telpa tema temats tepat terini termins tetis tevs ticejums ticet ticiba tie tiesam tiesi tiesiba tiesibas tik tikai tikko
tiklidz tikls tiksanas tikt tikties tilts tirgus tirit tirs tobrid todien tolaik tomats tomer tops toreiz tornis torte tostarp
tramvajs trauks treileris trekns treneris trepes tresais tresdiena trim tris troksnis trose trucigs trukt trukums trusis tualete
tuja tukss tukstotis tulit tulkot tulkotajs tulks tulpe tumss tuncis tunelis tur turet turists turnirs turp turpat turpinat
turpmak tuvu tuvuma tvaiks ubagosana ubagot ubags udens uguns upe upene urbis uzacs uzaicinat uzdevums uzdot uziet uzklausit
uzkoda uzlabot uzlikt uzmaniba uzmanigi uzmanigs uzmanit uznemt uznemums uzrakstit uzreiz uzrunat uzsverts uztaisit uzticiba
uzvards uzvilkt uzzinat vabole vadit vaditajs vadonis vafele vai vaicat vaigs vairak vairakas vairaki vairs vairums vajadzet vajag
vajs vakar vakara vakarinas vakars vakt valdiba valis valkat valoda valsts vanags vanna var vara varbut varde vardnica vards varet
variants varit varna varonis varti vasara vate vavere vecakais vecaki vecmamina vecs vectevs vecums veders veicinat veidlapa
veidot veids veikals vejs vel velak velesanas veleties velreiz vera verot verpele vertiba verts veseliba vesels vess vest
vestnieks vestule vesture veveris vezis video vidu vidus viegli viegls vien viena vienads vieniba vienigs vienkarss vienmer
vienoties viens vientuls vienuviet viesi viesis viesnica viesoties vieta vietne vijole vilciens vilks vilkt vilna vilnis viltigs
viltot viltus vina vini vinoga vinpus vins violets virietis virs virtuve virve virzitajs visa visi vismaz vispar vispirms viss
vista visur visvairak vitols viza vizbulis zabaki zabaks zakis zale zales zalktis zals zars zaudet zebra zekes zel zelot zelts zem
zeme zemene zemnieks zems zens zibens zidainis zieds ziema ziepes zile zilonis zils zilums zime zimejums zimet zimulis zina zinas
zinasanas zinat zinatne zinkariba zinojums zinot zirafe zirgs zirnis zivs zobarsts zobens zobs zogs zoss zupa zurka zurnals zust
zvaigzne zvanit zvanitajs zvans
`
  .trim()
  .split(/\s+/);
