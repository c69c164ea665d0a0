"""The trigger words of each kind of report, in seven languages.

One entry is a folded word, ``stem*`` for all its endings, or two words joined by ``_``. In
Arabic the article and the small words written onto it are left off before the look-up.
"""

from __future__ import annotations

from aleppomap.model import Kind

TRIGGERS: dict[Kind, str] = {
    Kind.CHEMICAL: (
        "poison* breathing_problem* breathing_trouble breathing_difficult* symptoms_of_gas غازات غاز_سام ضيق_تنفس ضيق_التنفس empoisonn* vergift* envenen* asfixia* отравлен* "
        "chlorine chemical sarin gas_attack toxic suffocat* nerve_agent"
        " كلور كيميايي كيماوي كيماويه كيمياييه سارين سام سامه اختناق chlore chimique chlorgas"
        " giftgas chemiewaff* chemisch* cloro quimic* klor kimyasal zehirli хлор* химическ*"
        " отравляющ* зарин*"
    ),
    Kind.AIR_STRIKE: (
        "jet strike strikes struck bombed bombing bombs parachute_mine* vacuum_bomb* incendiary phosphorus napalm air_force airforce "
        "bombing_run* bombed_by from_the_air dropped_by thermobaric pilot pilots غارة_جوية    للطيران الطيران_الحربي فسفور نابالم مظلي القنابل_العنقودية لغم_بحري "
        "bombe_a_sous_munition bombes_a_sous_munition frappe_russe frappes_russes sous_munitions streubombe* streumunition raid_aereo bombas_de_racimo bombas_racimo bomba_de_barril bombardeos_rusos misket_bomba* rus_ucak* кассетн* налёт* налет* бомбардировк* сбросил* "
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
        "exploded explosion explosions explosive* vehicle_bomb* bomb_attack* car_exploded set_off parked_car a_bomb bomb_in_a bomb_near blew_himself blew_herself tunnel_explos* suicide_car* suicide_vehicle* bomb_hidden improvised_explosive "
        "انفجار_سياره انفجار_عبوه انفجار_لغم مفخخ ملغم ملغمه دراجه_مفخخه سياره_مفخخه فجر_نفسه نسف تلغيم "
        "engin_explosif s_est_fait_exploser voitures_piegees mine_a_explose sprengfalle* autobomben explodiert* explodierte explosionó estallo estallar estallido carro_bomba minas patlayici* patladi patlatti взорвалась взорвался взорвали фугас* самодельн* мина "
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
        "rebel_fire fire_on fired_on fired_at fired_into under_fire fire_from tank_shell* heavy_weapon* heavy_gun* katyusha* gun_fire cannon cannons  volley* mortars incoming tank_round* gas_bottle* improvised_rocket* "
        "هاون سقطت_قذائف سقوط_صواريخ كاتيوشا دبابه دبابات غراد فيل_صاروخ مدفع مدافع رشاشات_ثقيله اطلقت_النار_على رميات "
        "tirs_d_artillerie char_a_tire lance_roquette* salve* katioucha* mortierfeuer raketenbeschuss panzerbeschuss fuego_de_mortero lanzacohetes disparos_de_artilleria havan_topu roketatar* top_mermi* гаубиц* залп* танков* миномёт* миномет* град "
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
        "forces_killed troops_killed soldiers_killed fighters_killed gunmen_killed killings vanished at_gunpoint "
        "sniper_fire shot_and_killed shot_in shot_at bound_hands hands_bound hands_tied blindfolded bodies_of found_dead dead_bodies disappear* missing_persons hostage*  detainee* imprison* torture* opened_fire stab* murder* killed_by_gunmen press_ganged conscript* arrest* raided_homes executed summary_execution* extrajudicial missing_since "
        "اطلق_مسلحون اطلق_الرصاص مكبله مكبلي اليدين مقيده معتقل معتقلين سجين سجناء موقوف رهينه رهائن مفقود مفقودين مداهمه مداهمات تصفيه ميدانيا خطف خطفوا قتل_بالرصاص مجزره العثور_على_جثث قناصا "
        "otage*  detenu* disparu* abattu* egorg* ligot* geisel* gefangen* verschwund* erschieß* erschossen mord* rehen* prisioner* desaparec* detuv* tiroteo* asesin* kacirild* rehin* gozalt* vurularak oldurul* заложник* пленн* пропал* убийств* застрел* арестова* "
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
        "residents_left residents_leaving people_leaving families_leaving civilians_leaving inhabitants_left losing_its_inhabitants residents_have_left on_foot_with sleep_in_schools living_in_schools "
        "  left_the_area leaving_their poured_out streamed took_shelter sheltered sheltering shelter shelters crossed_into crossed_over return_of  homeless fled_to were_bussed bused_out bussed_out moved_to_shelters  left_by_bus departed  "
        "نزحوا مهجرون لاجئين لاجئون خروج_عائلات خروج_دفعه خروج_المدنيين خروج_مدنيين عودة_الاهالي عوده_الاهالي عوده_اهالي عادت_عائلات مراكز_ايواء مركز_ايواء ايواء نازحا اخلاء تاوي هجره فارين الفارون "
        "abrit* sans_abri quitt* rentre* rentres retour_des hebergé* habitants_ont_quitte verlassen* unterkunft notunterkunft* zuflucht ruckkehr* zuruckgekehrt* flüchtling* fluchtling* regres* retorno abandonar* abandono albergue* salieron salida_de siginak* siginma* ayrildi* donus* dondu evlerini убежищ* вернул* возвращ* укры* вышли выход_жител* ушли "
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
        "without_water without_food no_flour no_bread run_out ran_out queue_for queues_for food_basket* food_aid trucked_water water_cut cut_off_water medical_supplies airdrop* aid_trucks wfp delivered deliver delivery famine malnutrition ration rationed shortage* scarce lack_of fuel_shortage medevac evacuation_buses convoys truckload* field_kitchen soup_kitchen "
        "سله_غذائيه سلل_غذائيه نفاد نفد نفاذ شح_المواد انقطاع_الغذاء نقص_حاد نقص_المحروقات ادخال_مساعدات دخول_مساعدات القاء_مساعدات مطبخ_خيري وجبات طحين نقص_الدواء حليب_الاطفال فك_حصار الحصار_على بطاقات_تموين جمعيه_خيريه "
        "penurie* manque_de rationn* colis_alimentaire* acheminer* farine distribu* knapp* mangel* lebensmittel* hilfsorganis* verteil* escasez reparto repart* harina racion* cesta* kitlik* dagit* un_sikintisi gida* erzak yiyecek дефицит* нехватк* раздач* раздал* паёк пайк* продуктов* муки "
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
        "demonstration marchers a_march protest_march march_in march_through march_against procession chanted banners placards strike_by shopkeepers_closed slogans funeral_turned_into took_to_the_streets "
        "خرج_المتظاهرون خرجت_مظاهره  هتافات لافتات تشييع_ومظاهره حاشده اعتصامات احتجاجيه مسايي مسايية مظاهرة_مسائيه "
        "slogan* marche_de cortege defile* parolen umzug marsch consignas marcha pancarta* yuruyus* slogan* лозунг* марш "
        "protest* demonstrat* rally rallied marched sit_in strike_of vigil chant*"
        " مظاهره مظاهرات متظاهرون متظاهرين تظاهره تظاهر تظاهروا اعتصام اعتصم احتجاج احتجاجا احتج"
        " وقفه مسيره_حاشده هتف هتفوا اضراب"
        " manifest* sit_in rassembl* demonstrier* protestier* kundgebung* manifestacion*"
        " manifestant* concentracion protesta* gosteri* protesto* eylem* miting*"
        " демонстрац* протест* митинг* шестви*"
    ),
    Kind.CONTROL_CHANGE: (
        "withdrawn left_their_last pulled_back_from were_driven was_driven lost_their "
        "taken takeover taking remain_in stayed_in_their in_their_hands retreat* tactical_retreat cleansed came_under_control under_the_control advanced_into moved_into swept_into secured  pulled_back fallen wrested wrest hoisted raised_the_flag flag_was lifted_its_flag hand_over handover gave_up left_their_positions left_their_posts laid_down lost   restored_security broke_the_siege break_the_siege lifted_the_siege controls took_the took_back won_back "
        "استرجاع استرجعت استرد استردت استعادته بسط_سيطرته بسطت بسط احكمت تطهير طهرت طهر رفع_العلم رفعت_العلم خضع خضعت تراجع تراجعت تراجعوا انكفاء فقدت فقد_السيطره خسرت خسر اخلى اخلت تقدمت_وسيطرت كسر_الحصار_عن تمشيط تمشط تثبيت_نقاط تمركز تمركزت "
        "se_sont_empar* est_tombe est_tombee tombe* repli* perdu perdre mainmise reconqu* entres_dans gefallen rückzug ruckzug* zuruckgezogen verloren eingeruckt geraumt raumten ubernahm* ubernommen cayo caido entraron* perdio perdieron repliegu* repleg* dustu dusmesi* cekildi* hakimiyet denetimi* teslim* пал пала перешел перешла перешли сдали сдача отошли потерял* зачист* взяли_под "
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
        "fought fighting_erupted exchanged_fire exchange_of_fire exchanges_of_fire sporadic_fire trading_fire stormed   inched moved_on closing_in close_in in_its_sights exposed_from street_fighting gun_battle* raged hostilities combat held_off holding_off resisted dug_in reinforcement* troops_massed massing barricade* trench* "
        "اشتبكت اشتبك تبادل_اطلاق_النار تبادل_اطلاق اطلاق_نار جبهه جبهات محور محاور هاجم هاجمت هاجموا شن شنت تعزيزات كر_وفر رباط مناوشات تتصدى صد_هجوم الثوار_يتصدون معارك_كر عمليه_عسكريه "
        "echange_de_tir* echanges_de_tir* ligne_de_front  progress* accrochages gefechte feuergefecht* kampften frontlinie  lucha* frente* intercambio_de_disparos escaramuza* silah_ses* cephe* carpisma* fronta линия_фронта линии_фронта перестрелк* продвижени* наступа* "
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
        "trains train_ran railway passengers bus_service bus_services street_lights streetlights shoppers shopping wedding_party cleaning clean_up rubble_removal removing_rubble debris_removed planted_trees census university_classes  classes classroom* textbooks baker customers cafe cafes restaurant* park_reopened tournament trained training_course workshop workshops workshop_reopened   housing_prices   exhibition factory factories textile soap craftsmen opened_its_doors inaugurated inauguration museum_reopened harvest "
        "ترحيل_انقاض ازاله_انقاض ازاله_الانقاض رفع_الانقاض ترحيل_الانقاض دوام جامعه_طلاب ورشه ورشات معامل معمل صناعه صناعي تشغيل قطار سكه_حديد حديقه كاس مباريات فريق لاعبين تكريم حفل احتفال احتفالات  رمضان صلاه_العيد قداس سوق_الهال تدشين دشن محافظ_حلب تسوق بسطات مازوت امبير امبيرات مولدات حمله_نظافه دورة_تدريبيه "
        "atelier* usine* artisan* rentree_scolaire inaugur* ramassage deblai* train_a eclairage  handwerk* werkstatt* zug eroffn* aufgeraumt schutt fabrica* taller* artesan* tren escombros_retir* inaugur* fabrika* atolye* acilis* acildi tren moloz_kaldir* sahur_sofra фабрик* завод* мастерск* поезд* открыт* ремонт* завал* уборк* "
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
        "insisted rejected reject rejects dismissed pledged pledge vowed vow hailed welcomed congratulat* voiced_concern expressed_concern alarmed calls_for called_for calling_on agreed_to agreed_on ultimatum proposal proposed plan_for spokesman_promised   guarantee* pretext regretted investigation_into inquiry "
        "رحب رحبت اعرب اعربت قلق يطالب تطالب تطالبون يدعو تدعو ناشدت نداء تعهد تعهدت اقترح مقترح عرض_على تبرا رفض رفضت يرفض توعد انذار مهلة شجب نعى نعت هنا هنات بارك اكد_ان_لا "
        "propos* promis promet rejet* salu* inquiet* ultimatum lehnte* bekraftigt* versprach* begrusst* besorgt aufgerufen rief rechaz* prometi* salud* propus* ultimatum reddett* vaat* tebrik* endise* onerdi* kosul* заявил_о_готовност* отверг* пообещал* ультиматум* обеспоко* предложи* приветств* "
        "يحذر حذروا "
        "next_target blamed gratul* fikir duyurdu_kapali договорил* sanction* next_objective proximo_objetivo prochain_objectif  "
        "denied deny denies warned warn called_on call_on urged urge demanded condemned ceasefire"
        " truce agreement* talks negotiat* appeal* plan_to plans deal statement"
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
    "stopped_work* stop_work* stopped_operating ruined wreck* closed_down shut_down had_to_close "
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
    "wreck* suffer* lost_to_the damage* destroy* collapsed burn* burnt fire ruined crack* looted toppled fell crumbl* gutted"
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

MIDDLING = frozenset(
    "agreement agreements deal truce ceasefire statement talks blame blamed blames accused plan plans"
    " strike strikes struck bombed bombing bombs explosion explosions blast blasts bombard bombarded"
    " bombardment missile missiles attacked attack attacks fire bodies control advanced water"
    " قصف قصفت استهداف استهدفت هجوم جثث انفجار انفجارات".split()
)
"""Words that tell an event but not for sure which kind it was."""

HARM = (
    "killed kills killing dead deaths died wounded wounds wounding injured injuring hurt casualties toll"
    " قتل قتلت قتلي قتيل قتيلا مقتل شهيد شهيدا شهداء جريح جريحا جرحي جرح اصيب اصابه مصاب ضحايا مجزره"
    " tue* mort* bless* victim* getotet* tote* verletz* opfer muert* herid* victim* oldu* yarala* olen"
    " погиб* убит* ранен* жертв*"
)
"""Words of people who came to harm."""
