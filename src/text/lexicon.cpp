#include "text/lexicon.hpp"

#include <algorithm>
#include <unordered_map>

namespace retrace::text {
namespace {

struct List {
    Tag tag;
    std::string_view words;
};

// General word lists; no entry comes from one testimony.
constexpr List lists[] = {
    {Tag::function,
     "a an the this that these those i we you he she it they me us him her them my our your his its their "
     "mine ours "
     "myself ourselves who whom whose which what where when why how whether all any each every some many "
     "much most "
     "more few less several both either neither none no nobody nothing someone everyone anyone everything "
     "something "
     "other others another such same own one two three four five six seven eight nine ten eleven twelve "
     "first "
     "second third "
     "last next then there here now today yesterday tomorrow tonight soon later again also too very only "
     "just even "
     "still yet already once twice never always often sometimes usually finally eventually suddenly "
     "immediately "
     "meanwhile instead indeed perhaps maybe however therefore thus hence otherwise besides moreover "
     "furthermore "
     "likewise "
     "in on at to from of by for with without within into onto upon over under above below between among "
     "against "
     "during before after until till since about around near behind beside beyond across through throughout "
     "along "
     "toward towards via per despite except like unlike as if unless although though because while whereas "
     "and or but "
     "nor so than is are was were be been being am has have had do does did done can could may might must "
     "shall should "
     "will would not yes okay ok right correct true well oh sir madam brother sister god lord praise thank "
     "thanks please "
     "let go come see say get make take give find know think tell ask look want need use work try call keep "
     "put mean "
     "early late morning evening afternoon night noon midnight dawn dusk day week month year hour minute "
     "time people "
     "man men woman women child children everybody q question answer interviewer interview note title "
     "chapter part "
     "page figure photo source mr mrs ms dr our's according despite due based given being having seeing upon "
     "following including war army enemy our brother's state government president war's old young "
     "nearly "
     "about almost everything we'd i'd we'll i'll i'm we're they're don't didn't couldn't wasn't weren't "
     "it's that's "
     "there's isn't can't won't let's remember believe long short days fall what's "
     "who's"},
    {Tag::preposition,
     "in on at to from of by for with without within into onto upon over under above below between among "
     "against "
     "during before after until till since about around near behind beside beyond across through throughout "
     "along "
     "toward towards via past outside inside off opposite"},
    {Tag::determiner,
     "a an the this that these those my our your his her its their some any each every all both several many "
     "no "
     "two three four five six seven eight nine ten"},
    {Tag::splitter,
     "and but so because when while whereas after before since as that who which where until till if though "
     "although "
     "whereby once or unless then whenever what why how whether whose"},
    {Tag::auxiliary,
     "is are was were be been being am has have had do does did isn't wasn't weren't aren't didn't don't "
     "doesn't hadn't haven't hasn't 'm 're we're i'm they're"},
    {Tag::modal,
     "can could may might must shall should will would cannot couldn't can't wouldn't shouldn't won't "
     "mustn't"},
    {Tag::negation,
     "not never cannot couldn't can't wouldn't didn't don't doesn't wasn't weren't isn't aren't hadn't "
     "haven't hasn't won't shouldn't nobody neither without unable failed refused"},
    {Tag::kind,
     "village villages town towns city cities area areas hill hills airport airfield airbase countryside "
     "governorate "
     "governorates province provinces district districts front fronts axis axes route routes road roads "
     "highway motorway "
     "region regions sector sectors zone zones crossing bridge bridges river valley mountain mountains port "
     "harbour "
     "harbor island islands camp camps base barracks checkpoint junction crossroads suburb suburbs "
     "neighbourhood "
     "neighborhood quarter outskirts plain plateau ridge pass coast beach forest woods hamlet hamlets "
     "settlement "
     "settlements municipality county oblast canton commune parish station factory farm monastery fortress "
     "fort citadel "
     "perimeter pocket line lines salient enclave lake canal peninsula capital border surroundings vicinity "
     "gulf bay "
     "gorge pier height heights estuary shrine position positions locality localities"},
    {Tag::kindInName,
     "countryside airport airfield airbase governorate province oblast canton county heights bridge"},
    {Tag::routeKind, "route routes road roads highway motorway axis axes railway track path"},
    {Tag::front, "front fronts line lines axis axes sector sectors perimeter"},
    {Tag::nameHead,
     "tell tel tall tallat tal jabal jebel djebel kafr kafar kfar beit bayt ain ayn wadi khan qal'at qalaat "
     "deir dayr dar "
     "umm abu ras mount mt lake port fort saint st sainte san santa new old upper lower greater great north "
     "south east "
     "west northern southern eastern western nizhny novy novo stary staro velika mala donji donja gornji "
     "gornja bad le la "
     "les los las el point cape camp hill ville villers monte novaya staraya velyka khirbet khirbat tallet "
     "shaykh sheikh"},
    {Tag::direction,
     "north south east west northeast northwest southeast southwest north-east north-west south-east "
     "south-west direction outskirts edge"},
    {Tag::directionWord,
     "north south east west northern southern eastern western central upper lower greater inner outer "
     "north-eastern north-western south-eastern south-western coastal"},
    {Tag::articlePrefix, "al el as ash ad an ar at az adh ath es ed er et ez il ul edh esh eth"},
    {Tag::title,
     "mr mrs ms dr sir president minister general colonel captain major lieutenant sergeant corporal private "
     "commander "
     "imam ayatollah sheikh sayyid mullah king queen prince emperor saint brother sister uncle aunt comrade "
     "doctor "
     "professor martyr hajji haji marshal admiral chairman secretary senator chancellor pope bishop father "
     "mother "
     "brigadier lt gen col capt maj sgt cpl pvt abu umm leader named called"},
    {Tag::givenName,
     "muhammad mohammad mohammed mohamed ahmad ahmed mahmoud mahmud ali hassan hasan hussein husayn hussain "
     "omar umar "
     "khaled khalid ibrahim yousef yusuf youssef mustafa abdullah abdallah bashar hafez maher rami samir "
     "saddam nasser "
     "hamid karim kareem jamal tariq tarek walid bilal ammar jawad zaid ziad fadi amir anas mazen nizar "
     "rashid salim "
     "saleh salman faisal fahd qasem qassem abbas haidar haydar moqtada nouri fatima zainab layla maryam "
     "aisha "
     "john james george william charles robert thomas henry edward richard joseph david michael peter paul "
     "mark andrew "
     "stephen daniel frank walter arthur harry jack donald douglas dwight winston franklin harold matthew "
     "margaret "
     "mary anne elizabeth jane sarah emma alice susan helen pierre jean jacques louis francois henri andre "
     "marcel rene "
     "philippe michel maurice hans karl heinrich wilhelm otto friedrich erwin gerd adolf josef franz ernst "
     "fritz "
     "ivan vladimir volodymyr sergei serhii sergiy oleksandr aleksandr alexander dmitri dmytro mykola "
     "nikolai boris "
     "viktor yuri yevgeny oleg andriy andrei pavel petro mikhail leonid igor olena iryna natalia "
     "ratko radovan slobodan alija naser milan goran zoran dragan mirko stjepan franjo hasan mehmed mustapha "
     "emir "
     "kim park syngman jung min chiang mao zedong giuseppe giovanni mario luigi benito carlos juan jose luis "
     "miguel pedro "
     "jawaharlal indira benazir aung tito josip donald joe barack vladimir recep"},
    {Tag::faith,
     "shia shi'a shiite shi'ite sunni alawite alawi christian muslim moslem druze kurdish kurd orthodox "
     "catholic "
     "protestant jewish yazidi yezidi ismaili armenian assyrian turkmen arab islamic"},
    {Tag::demonym,
     "arab arabs kurd kurds turk turks turkish french german germans british english dutch swiss irish "
     "scottish welsh "
     "danish swedish finnish norwegian polish spanish portuguese greek greeks czech slovak serb serbs "
     "serbian croat croats "
     "bosniak bosniaks slovene pole poles dane danes finn finns swede swedes spaniard spaniards frenchmen "
     "englishmen "
     "iraqi iraqis israeli israelis saudi saudis yemeni yemenis kuwaiti kuwaitis omani qatari qataris "
     "emirati emiratis "
     "bahraini pakistani pakistanis bangladeshi afghan afghans somali somalis azeri azeris nepali thai thais "
     "uzbek uzbeks "
     "tajik tajiks kazakh kazakhs chechen chechens tatar tatars georgian pashtun pashtuns hutu tutsi yank "
     "yanks tommies "
     "jerry krauts soviet soviets american americans russian russians filipino filipinos arabness arabic "
     "jews jew "
     "nazi nazis communist communists muslims christians chetniks ustasha partisans israelite philippine "
     "moroccan"},
    {Tag::organisation,
     "forces force army armies guard guards division divisions brigade brigades regiment regiments battalion "
     "battalions "
     "company corps legion security forum university college institute party movement front union council "
     "ministry "
     "committee committees republic republican government parliament command agency bureau service police "
     "militia "
     "militias navy airforce academy school foundation association organisation organization federation "
     "congress court "
     "bank group squadron fleet nations headquarters hay'at hayat tahrir hashd harakat liwa jaysh jaish "
     "faylaq katiba "
     "kataib saraya jabhat lashkar hizb wing state states' military intelligence mukhabarat press agence "
     "authority "
     "league alliance coalition treaty staff commission centre center society club middle"},
    {Tag::organisationAlone,
     "hamas hezbollah hizbullah hizballah isis isil daesh taliban al-qaeda al-qa'ida al-qaida nato un "
     "unprofor unhcr "
     "icrc wehrmacht luftwaffe gestapo cia kgb fsb mossad idf sdf fsa pkk ypg hts irgc plo eu usa' basij "
     "wagner azov "
     "unicef osce sfor ifor un's red gendarmerie facebook twitter telegram youtube internet reuters "
     "vrs jna hvo kpa pla rok dprk bef"},
    {Tag::operation, "operation flood storm shield resolve thunder spring olive fury freedom"},
    {Tag::abstractNoun,
     "law laws act cause earthquake crisis agreement agreements accord accords treaty conference resolution "
     "question "
     "prayer prayers summit protocol declaration constitution rifle rifles tank culture language style"},
    {Tag::media,
     "times journal post herald tribune guardian gazette telegraph bbc cnn afp figaro monde pravda newspaper "
     "magazine radio television news"},
    {Tag::month,
     "january february march april may june july august september october november december jan feb mar apr "
     "jun jul aug sep sept oct nov dec ramadan muharram safar shawwal rajab sha'ban"},
    {Tag::weekday,
     "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"},
    {Tag::prayer, "fajr dhuhr zuhr asr maghrib isha christmas easter eid ashura sabbath"},
    {Tag::language,
     "arabic english french german russian latin persian farsi turkish hebrew kurdish korean chinese "
     "japanese spanish italian polish serbian bosnian ukrainian"},
    {Tag::enemy,
     "insurgents insurgent enemy enemies rebels rebel terrorists militants opposition factions jihadists "
     "jihadis "
     "attackers aggressors guerrillas invaders gunmen cells snipers raiders adversary occupiers mujahideen "
     "remnants "
     "panzers separatists orcs chetniks nazis partisans germans russians chinese japanese serbs americans "
     "israelis turks "
     "koreans italians austrians croats soviets british poles finns iraqis iranians"},
    {Tag::friendly,
     "column patrol army soldiers soldier troops forces force officers officer tanks tank contingent "
     "contingents garrison militia "
     "civilians refugees people villagers inhabitants residents crowd crowds crews crew convoy convoys "
     "neighbours allies "
     "reinforcements police guards drivers division brigade corps battalion regiment company unit navy "
     "aircraft planes "
     "trucks vehicles personnel advisors comrades men friends brothers volunteers fighters paratroopers "
     "marines"},
    {Tag::unit,
     "men brothers comrades company battalion regiment platoon squad section unit brigade division battery "
     "convoy column crew team group lads boys troops forces soldiers fighters detachment patrol guys friends "
     "vehicles troop squadron"},
    {Tag::command,
     "commander commanders command headquarters hq leadership orders order instructions instruction "
     "superiors "
     "captain colonel general major lieutenant sergeant brigadier command's chief staff message dispatch"},
    {Tag::family,
     "family families wife husband mother father parents children son daughter sister relatives cousin uncle "
     "aunt siblings relative neighbour"},
    {Tag::eventNoun,
     "battle battles fighting clashes clash attack attacks assault offensive bombing bombardment shelling "
     "clearance siege "
     "betrayal firefight barrage raid raids ambush fire shooting advance breakthrough storming counterattack "
     "strikes "
     "strike airstrike airstrikes artillery encirclement massacre panic rout"},
    {Tag::covert, "cells agents spies saboteurs traitors infiltrators informers sleeper collaborators"},
    {Tag::information, "information news word rumour rumours rumor rumors report reports intelligence radio"},
    {Tag::personNoun,
     "people inhabitants residents brothers sisters friends families family relatives women children "
     "insurgents rebels men fighters refugees civilians soldiers streets defenders population"},
    {Tag::terrain, "badiya steppe jazira"},
    {Tag::politics,
     "want wanted wants take taking took reach reaching support supports supported open opened agree agreed "
     "acquire bomb bombing bombed recognise recognised demand demanded declare declared invade invaded "
     "normalise barter accept"},
    {Tag::placeVerb,
     "reached reach reaching entered enter entering left leave leaving captured capture took evacuated "
     "abandoned abandon crossed cross passed bypassed approached liberate liberated besieged defended defend "
     "defending attack attacked bomb shell surrounded encircled recaptured occupied shelled bombed bombing "
     "shelling retook held holding"},
    {Tag::weapons, "weapons weapon arms rifles guns tanks equipment vehicles"},
};

std::unordered_map<std::string_view, std::uint64_t> build() {
    std::unordered_map<std::string_view, std::uint64_t> out;
    for (const List& list : lists) {
        std::string_view rest = list.words;
        while (!rest.empty()) {
            const std::size_t space = rest.find(' ');
            const std::string_view word = rest.substr(0, space);
            if (!word.empty()) out[word] |= bit(list.tag);
            rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
        }
    }
    return out;
}

}  // namespace

bool isAdverb(std::string_view lower) {
    constexpr std::string_view endings[] = {"ally",  "ably",  "ibly",   "ingly", "edly",   "ately", "antly",
                                            "ently", "ously", "ularly", "fully", "lessly", "ively"};
    return lower.size() >= 7 && std::any_of(std::begin(endings), std::end(endings),
                                            [&](std::string_view e) { return lower.ends_with(e); });
}

std::uint64_t tagsOf(std::string_view lower) {
    static const auto table = build();
    const auto found = table.find(lower);
    return found == table.end() ? 0 : found->second;
}

}  // namespace retrace::text
