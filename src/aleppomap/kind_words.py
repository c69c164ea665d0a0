"""The trigger words of each kind of report, in seven languages.

One entry is a folded word, ``stem*`` for all its endings, or two words joined by ``_``. In
Arabic the article and the small words written onto it are left off before the look-up.
"""

from __future__ import annotations

from aleppomap.model import Kind

TRIGGERS: dict[Kind, str] = {
    Kind.CHEMICAL: (
        "chlorine chemical sarin gas_attack toxic suffocat* nerve_agent"
        " كلور كيميايي كيماوي كيماويه كيمياييه سارين سام سامه اختناق chlore chimique chlorgas"
        " giftgas chemiewaff* chemisch* cloro quimic* klor kimyasal zehirli хлор* химическ*"
        " отравляющ* зарин*"
    ),
    Kind.AIR_STRIKE: (
        "غارتين غارتان strafed frappe luftwaffe bombes_antibunker bunkerbrech* авиац* "
        "airstrike* air_strike* air_raid* air_attack* airraid* warplane* aircraft jets fighter_jet*"
        " helicopter* barrel_bomb* barrels barrel bunker_buster* sortie* drone* bombardment_from_air"
        " raid raids aerial* air_bombardment* planes plane warplanes bombs_dropped cluster_bomb*"
        " غاره غارات طيران طايره طايرات مروحيه مروحيات براميل برميل برميلا برميلين حربي حربيه"
        " ارتجاجي ارتجاجيه فراغي فراغيه عنقودي عنقوديه ميغ سوخوي مسيره مسيرات"
        " frappe_aerien* frappes raid_aerien* raids_aerien* avion* helicopter* helicoptere* barils"
        " baril bombardement_aerien* bombardements_aerien* drones aviation"
        " luftangriff* luftschlag* luftschlage* fassbombe* kampfjet* kampfflugzeug* hubschrauber*"
        " flugzeug* drohne* bombenangriff*"
        " bombardeo_aereo* ataque_aereo* ataques_aereo* bombardeos_aereo* avion* helicoptero* barril*"
        " cazas aviacion"
        " hava_saldiri* hava_bombardiman* ucak* savas_ucak* varil_bomba* helikopter* iha siha"
        " авиаудар* авианал* самолет* вертолет* бочков* авиаци* беспилотник* удар_с_воздуха"
    ),
    Kind.BOMBING: (
        "car_bomb* truck_bomb* bomb_exploded bomb_went suicide_bomb* suicide_attack* blew_up"
        " blown_up booby* tunnel_bomb* explosive_device* ied ieds bombing_of landmine* mine_exploded"
        " roadside_bomb* detonat* bomb_attack* bomb bomber* blast blasts explosive_belt* planted"
        " تفجير تفجيرات مفخخه مفخخات تفخيخ انتحاري انتحاريه عبوه عبوات ناسفه  فجرت فجروا نفق"
        " لغم الغام حزام_ناسف"
        " voiture_piegee attentat* kamikaze* bombe explosif* autobombe* sprengsatz*"
        " selbstmordattent* bombenanschlag* anschlag* sprengte* coche_bomba coches_bomba atentado*"
        " suicida* artefacto* bomba_explot* bombali* canli_bomba* intihar* mayin*"
        " заминирован* смертник* теракт* взорвал* взрывчатк* подорва* бомба"
    ),
    Kind.SHELLING: (
        "رمايات رمايه رشقات رشقه "
        "shell* mortar* artillery rocket* missile* bombard* pound* hell_cannon* gas_cylinder* grad"
        " projectile* howitzer* surface_to_surface jahannam gas_canister* tank_fire"
        " قصف قصفت قصفا قصفوا يقصف تقصف قصفه قذيفه قذايف قذيفتان قذيفتين هاون مدفعي مدفعيه مدفعا"
        " صاروخ صواريخ صاروخا صاروخي صاروخيه صاروخين جره جرات راجمه راجمات جهنم دك دكت يدك استهداف"
        " استهدفت استهدف تستهدف تعرض تعرضت سقوط_قذايف حمم"
        " obus roquette* mortier* artillerie tirs_de bombard* missile* pilonn* tir_d"
        " granat* artilleriebeschuss beschuss beschoss* morser* rakete* artillerie* beschossen"
        " proyectil* mortero* cohete* artilleria obus* bombarde* bombardeo* misil*"
        " top_atisi* havan* roket* topcu* fuze* bombaland* bombaladi* topa_tut* bombardiman* mermi*"
        " обстрел* снаряд* минометн* артилле* ракет* мины реактивн* обстрелива*"
    ),
    Kind.KILLING_ABUSE: (
        "sniper* execut* shot_dead gunned beheaded tortur* kidnap* abduct* arrest* detain* bodies"
        " corpse* massacre* stabbed gunmen shot assassinat* burned_alive hanged raped looted looting"
        " gunfire summarily mass_grave* firing_squad lynch* unburied"
        " قناص قناصه قنص برصاص رصاص اعدام اعدمت اعدموا اعدموهم اعدم جثث جثه جثامين جثمان خطف خطفهم"
        " اختطاف اعتقال اعتقلت اعتقل اعتقالات تعذيب اغتيال مقبره_جماعيه ذبح اغتالت مسلحون_مجهولون"
        " sniper* tireur* execut* fusill* cadavre* corps_de enlev* tortur* arrete* arrestation*"
        " scharfschutz* hingericht* leiche* entfuhr* gefolter* verhaft* erschoss* festgenomm*"
        " francotirador* ejecut* cadaver* secuestr* tortur* detenid* fusilad*"
        " keskin_nisanci* infaz* ceset* kacir* iskence* tutukla* gozalti*"
        " снайпер* казн* расстрел* тел тела похи* пытк* арест* задержа*"
    ),
    Kind.DISPLACEMENT: (
        "left_on families_from driven_some driven persons_were packed_their emptied وصلوا_الي خرجوا نازحه gece_cik* siginan ayrilan "
        "fled flee fleeing flees displace* evacuat* refugee* left_their exodus returnee* returned_home"
        " uprooted moved_out families_left people_left civilians_left escap* went_back resettl*"
        " نزوح نزح نزحت نازحه نازحين نازحون نزحوا تهجير مهجرين تهجيرهم غادر غادرت غادروا مغادره فرار"
        " فر فرت فروا لجا عوده_نازحين عاد_نحو هرب هربت اجلاء_مدنيين خروج_المدنيين يغادرون"
        " fui* fuit deplac* exode evacu* quitte_leur refugie* chass*"
        " gefluchtet* flucht* flohen fliehen vertrieb* evakuier* verliessen"
        " huy* huid* desplaz* evacu* exodo abandonaron_sus refugiad*"
        " yerinden kacti* kacan* goc* tahliye* terk_et* siginmaci* multeci*"
        " бежал* бегств* беженц* покину* эвакуир* переселен* вынужденн* вывезен*"
    ),
    Kind.SIEGE_AID: (
        "distribut* closed_road road_closed closed_the no_truck trafige_kapat* "
        "siege besieg* aid relief convoy* humanitarian food_parcel* starv* hunger blockade* encircl*"
        " rations flour_deliver* supplies supply_line* supply_route* medicine_short* buses lorries"
        " corridor* cut_off food trucks_enter* truck"
        " حصار محاصره محاصر محاصرون مساعدات اغاثه اغاثيه قافله قوافل انسانيه جوع تجويع سلال اطباق"
        " امداد طرق_الامداد نقص_الغذاء نقص_حاد هلال_الاحمر ممر_انساني ممرات حافلات حافله باصات اجلاء"
        " فك_الحصار كسر_الحصار اغلاق_طريق قطع_طريق توزيع وقود"
        " siege assieg* aide_humanitaire convoi* famine ravitaillement vivres couloir* bus_vert*"
        " belager* hilfslieferung* hilfskonvoi* hilfsguter* hunger* versorg* korridor* busse"
        " asedi* sitio ayuda_humanitaria convoy* hambre suministro* viveres corredor*"
        " kusatma* abluka* yardim* konvoy* aclik insani koridor* otobus*"
        " осад* блокад* гуманитарн* помощ* колонн* голод* коридор* автобус* продовольств*"
    ),
    Kind.PROTEST: (
        "protest* demonstrat* rally rallied marched sit_in strike_of vigil chant*"
        " مظاهره مظاهرات متظاهرون متظاهرين تظاهره تظاهر تظاهروا اعتصام اعتصم احتجاج احتجاجا احتج"
        " وقفه مسيره_حاشده هتف هتفوا اضراب"
        " manifest* sit_in rassembl* demonstrier* protestier* kundgebung* manifestacion*"
        " manifestant* concentracion protesta* gosteri* protesto* eylem* miting*"
        " демонстрац* протест* митинг* шестви*"
    ),
    Kind.CONTROL_CHANGE: (
        "lost_to were_lost had_lost "
        "entered "
        "fell took reached  abandoned went_first followed_within held back_under raised met_in reimposed gained يدخل تدخل وصول وصلت_القوات وصل_الجيش   غادرت_دفعه pris prend tomaron took_over denetim* el_degis* girerek girdi "
        "captured capture recaptur* retook retak* seized seize seizes seizing took_control"
        " take_control taken_control fell_to overran overrun withdrew withdrawal pulled_out liberat*"
        "     regained regain lost_control gained_control"
        " full_control control_of surrender* cleared raised_flag handed_over confined_to pushed_out"
        " taken_over takes_control broke_through broken_through ousted driven_out drove"
        " سيطر سيطرت سيطره سيطروا سيطرتها سيطرته يسيطر تسيطر استعاد استعادت استعاده استعادوا تحرير"
        " حررت حرر دخول دخل دخلت دخلوا انسحب انسحبت انسحاب انسحبوا   احكام استولي استولت"
        " استيلاء انتشرت انتشر انتشار سقوط_حي تسليم تسلم تسلمت طرد خارج_سيطره اقتحم اقتحمت باتت"
        " pris_le_controle repris* repren* reprise capture* s_est_empar* empare* avance* retire* retrait"
        " conquis* controle libere* chute_de"
        " eingenommen eroberte* erobert* zuruckerober* kontrolle* vorgeruckt vorrucken einnahme"
        " abgezogen ruckten besetzt* befreit*"
        " tom* recuper* control* captur*  retir* conquist* liber* arrebat*"
        " ele_gecir* kontrol* geri_al*  girdi* cekil* kurtar* aldi"
        " захват* освобо* заня* взя* контрол* отби*  отступи* вошл* установи* вытесн*"
    ),
    Kind.GROUND_FIGHTING: (
        "advance* advanced pressed_on pushed threatened machine_gun fire_was shots gunshots progress* تقدم تتقدم يتقدم avance* avanz* vorstoss vorruck* ilerle* продвига* "
        "clash* fighting fought battle* gunbattle* firefight* assault* offensive ambush* attacked"
        " attack attacks storm* infiltrat* front_line repel* frontline counterattack* skirmish*"
        " street_to_street attackers fight fights"
        " اشتباكات اشتباك معارك معركه مواجهات هجوم هجوما هجومها هجمات كمين تصدي تصدت تسلل اقتحام"
        " محاوله_تقدم محاولات يتصدي قتال خاض يخوض دارت_رحي"
        " affront* combat* accrochage* assaut offensive* attaque* embuscade* bataille"
        " kampf* gefecht* zusammenstoss* offensive* angriff* sturm* schlacht gekampft*"
        " combate* enfrentamiento* choque* ofensiva* asalt* emboscada* batalla ataque*"
        " catisma* saldiri* operasyon* savas* pusu*"
        " бои боев бой столкновени* штурм* наступлени* атак* сражени* схватк*"
    ),
    Kind.DAILY_LIFE: (
        "يتعادل تعادل فوز فاز دوري بطوله ملعب منتخب جوله زياره زار تفقد visited tour league goals "
        "school* market* water electric* power_cut* reopen* rebuil* reconstruct* restor* repair* bakery"
        " bakeries shops pupils students exam* football festival wedding* garbage rubbish internet"
        " taxi bus_line traffic prices bread church_service mass_was concert cinema harvest snow"
        " municipal* clinic_open* renovat* traders shopkeepers price football_match christmas lights"
        " مدرسه مدارس مياه كهرباء كهرباييه سوق_شعبي اسواق افتتاح افتتح افتتحت ترميم اعاده_اعمار فرن"
        " افران خبز طلاب تلاميذ امتحان امتحانات مباراه مهرجان عرس قمامه نظافه سرفيس باصات_النقل اسعار"
        " صيانه تاهيل عوده_المياه ضخ محوله متجر محال محل تجار تاجرا عيد معرض زراعه اناره شبكه_الصرف"
        " انترنت بلديه مرور"
        " ecole* marche eau electricite reouv* rouvr* reconstruction boulanger* ordures collecte"
        " commerc* restaur* match festival eleves"
        " schule* markt wasser strom wiederaufbau backerei* mull wiedereroffn* handler restaurier*"
        " escuela* mercado* agua electricidad reabr* reconstruc* panaderia* basura* comerci* restaur*"
        " okul* pazar* su_kesin* elektrik* yeniden_ac* firin* esnaf* onarim* restorasyon* cop"
        " школ* рынок* воду вода воды водоснабж* электр* открыл* восстановл* пекарн* мусор* торгов*"
        " реставрац*"
    ),
    Kind.STATEMENT: (
        "يحذر حذروا "
        "next_target blamed gratul* fikir duyurdu_kapali договорил* sanction* next_objective proximo_objetivo prochain_objectif  "
        "denied deny denies warned warn called_on call_on urged urge demanded condemned ceasefire"
        " truce agreement talks negotiat* announced_that appeal* plan_to plans deal statement"
        " promised threatened accus* blame*"
        " نفي نفت ينفي تنفي  حذرت تحذير دعا دعت طالب طالبت ادان ادانت استنكر هدنه اتفاق اتفاقا"
        " وقف_اطلاق مفاوضات بيان وعد هدد هددت ناشد ناشدت اتهم اتهمت مبادره مهله"
        " dementi* averti* appel* exige* condamn* cessez* treve accord negoci*"
        " bestritt* warnte* forderte* verurteil* waffenruhe* waffenstillstand* abkommen verhandl*"
        " desmint* neg* advirt* exigi* conden* tregua alto_el acuerdo negocia*"
        " yalanla* uyar* cagri* kinadi* ateskes* anlasma* muzakere*"
        " опроверг* предупре* призва* потребова* осуди* перемири* соглашени* переговор*"
    ),
    Kind.OTHER: (
        "collapse* earthquake fire_broke explosion* airport_closed suspended flights crash* wounded_were"
        " انهيار انهار زلزال حريق حريقا انفجار انفجارات دوي سماع رحلات عُلقت عثر_علي_مجهول نقل_الجرحي"
        " seisme effondr* incendie* erdbeben* einsturz* eingestur* brand terremoto derrumb* incendio*"
        " explosion* deprem* coktu* yangin* patlama* землетрясени* обруш* пожар* взрыв*"
    ),
}

FACILITIES = (
    "hospital* clinic* ambulance* medical_cent* medical_facilit* medical_point* blood_bank paramedic*"
    " m10 m2 maternity"
    " مستشفي مشفي مشافي مستشفيات عياده مستوصف اسعاف مركز_طبي نقطه_طبيه سياره_اسعاف بنك_الدم"
    " hopital hopitaux ambulance* clinique* krankenhaus* klinik* krankenwagen* lazarett*"
    " hospital* ambulancia* clinica* hastane* ambulans* klinik* больниц* госпитал* медпункт* клиник*"
)
"""Words of places where the wounded are treated."""

HIT = (
    "hit hits struck destroy* damage* target* out_of_service bombed shelled knocked bombing rubble"
    " strike strikes attack* direct_hit raid* flattened forced_to_close put_out"
    " استهدف استهدفت استهداف قصف قصفت طال طالت اصاب اصابت دمرت تدمير دمار خروج_مشفي عن_الخدمه خدمه"
    " غاره انقاض تضرر تضررت اغلق"
    " touche* frapp* detrui* vise* hors_service endommag* getroffen traf zerstor* beschadig*"
    " ausser_betrieb alcanz* destru* danad* fuera_de_servicio vurul* hedef* hizmet_disi yikil*"
    " hasar* попал* разруш* поврежд* удар* вышл*_из_строя"
)
"""What is done to a place that is hit."""

HERITAGE = (
    "minaret mosque_of citadel_wall* heritage ancient_mosque historic old_souk souk souks bazaar"
    " museum archaeolog* antiquit* unesco medieval monument* citadel_gate dome caravanserai khan"
    " umayyad_mosque great_mosque mosque madrasa hammam church cathedral citadel towers"
    " مييذنه ماذنه ميذنه مءذنه اثري اثريه  تراث متحف سوق_اثري خان_اثري قلعه جامع_الاموي جامع"
    " مسجد كنيسه  اسواق_القديمه مدينه_القديمه تاريخي تاريخيه"
    " minaret patrimoine mosquee souk* musee citadelle eglise monument* minarett* moschee weltkultur*"
    " basar* zitadelle* museum* kirche* denkmal* minarete alminar mezquita patrimonio zoco* museo"
    " ciudadela templo minare* cami* miras* carsi* muze* kale* минарет* мечет* наследи* музе* цитадел*"
    " памятник*"
)
"""Words of old buildings."""

HARMED = (
    "damage* destroy* collapsed burn* burnt fire ruined crack* looted toppled fell crumbl* gutted"
    " تضرر تضررت تدمير دمر دمرت دمار احترق احترقت حريق انهيار انهارت انهار تشققات تصدع نهب سقوط"
    " detrui* endommag* brul* effondr* incendi* ravag* zerstor* beschadig* brann* eingestur* ausgebrannt"
    " destru* danad* incendi* derrumb* se_vino quem* yikil* hasar* yandi* yangin* cok*"
    " разруш* поврежд* сгоре* обруш* пожар*"
)
"""What becomes of old buildings."""

NEGATED = frozenset(
    "no not without never لم لا لن دون بدون ولم ولا sans aucun kein keine nicht sin ningun ninguna"
    " yok degil не без ни".split()
)
"""Before a trigger, these say that it did not happen."""
