"""English words of counting and of harm; labels as in ``lexicon``."""

from __future__ import annotations

REACH = 2

NUMBERS = {
    word: value
    for value, words in {
        0: "zero", 1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven",
        8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen",
        14: "fourteen", 15: "fifteen", 16: "sixteen", 17: "seventeen", 18: "eighteen",
        19: "nineteen", 20: "twenty", 30: "thirty", 40: "forty fourty", 50: "fifty", 60: "sixty",
        70: "seventy", 80: "eighty", 90: "ninety",
    }.items()
    for word in words.split()
}  # fmt: skip
TIMES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}

WORDS = {
    "low": "at_least atleast least above more_than no_less_than no_fewer_than not_less_than over"
    " well_over a_minimum_of minimum_of upwards_of in_excess_of not_fewer_than just_over"
    " exceeding at_the_very_least no_less slightly_more_than a_little_more_than",
    "top": "up_to as_many_as fewer_than less_than under at_most no_more_than not_more_than"
    " as_much_as a_maximum_of just_under",
    "about": "about around nearly almost approximately some roughly close_to an_estimated"
    " estimated approx circa near a_reported reportedly an_average_of a_total_of exactly"
    " a_further another an_additional additional a_group_of total_of only just all_of",
    "between": "between from",
    "to": "to or through",
    "after_low": "or_more at_least and_counting",
    "after_top": "at_most or_fewer or_less at_the_most",
    "vague": "dozens scores several hundreds thousands tens many numerous few couple millions"
    " multiple countless",
    "art": "a an",
    "poss": "his her their its the",
    "of": "of out_of",
    "and": "and & as_well_as plus along_with together_with",
    "or": "or and/or",
    "prep": "in on at by from to with into near inside through during between under for within"
    " across along against around over outside behind towards toward via of off onto per",
    "skip": "other others more further additional of the them least total also reportedly"
    " people's in_total altogether in_all in_addition some those approximately already"
    " civilians_including up another alone instantly immediately outright who_it_says who_it_said"
    " who_they_say",
    "be": "was were been being is are be has_been have_been had_been was_also were_also were_all"
    " were_reportedly was_reportedly have_also_been got get gets were_reported was_reported"
    " were_believed were_feared were_said are_reported are_believed have has had will_be feared"
    " believed reported_to_have_been",
    "stop": "said says told reported added reports while when where after before because although"
    " though but whereas since until if that which as saw arrested released including_that called"
    " urged visited attended besieged trapped remain remained live lived living stayed waiting"
    " want wants wanted hope hoped ready planning expected awaiting voted marched demonstrated"
    " protested gathered treated needed according",
    "incl": "including include includes included among_them among_whom among_the_dead_were"
    " amongst_them of_whom counting among_those_killed_were among_the_victims_were"
    " among_the_dead_are among_the_dead_was among_those_were among_the_killed_were"
    " the_dead_included the_dead_include the_victims_included among_those_killed_was"
    " among_the_victims_was",
    "within": "among amongst",
    "of_them": "of_them of_whom among_them of_the_dead of_the_victims of_those_killed",
    "since": "since so_far to_date in_total altogether all_told in_the_past_year nationwide",
    "total": "toll tolls total brings bringing brought raising raises raised overall",
    "killed*": "killed slain executed murdered massacred assassinated beheaded martyred",
    "killed>": "killing kills kill claimed_the_lives_of claiming_the_lives_of claims_the_lives_of"
    " took_the_lives_of taken_the_lives_of taking_the_lives_of cost_the_lives_of"
    " costing_the_lives_of claimed_the_life_of death_of deaths_of killing_of murder_of"
    " execution_of executions_of massacre_of massacring executing murdering loss_of killings_of"
    " assassination_of claimed_lives_of shot_dead shooting_dead slaying execute summarily_killed"
    " leaving_behind martyrdom_of buried burying assassinating lives_of life_of bodies body"
    " corpses corpse",
    "killed<": "reported_killed reported_dead confirmed_dead feared_dead presumed_dead died dead"
    " perished die dying killed_dead lost_their_lives lost_his_life lost_her_life lost_lives"
    " bled_to_death found_dead had_died shot_dead lay_dead were_shot was_shot met_their_deaths"
    " burned_to_death starved_to_death succumbed_to",
    "killed^": "death_toll number_of_dead number_of_deaths number_of_people_killed deaths_at"
    " number_of_killed number_of_fatalities number_of_those_killed toll_of_dead toll"
    " number_of_victims number_of_civilians_killed put_the_number_at put_the_figure_at"
    " put_the_toll_at dead_at number_of_martyrs the_dead_at",
    "killed#": "deaths fatalities corpses bodies martyrs dead killed lives killings executions"
    " murders",
    "killed#1": "fatality corpse martyr",
    "injured*": "wounded injured hurt maimed",
    "injured>": "wounding injuring injures wounds injure wound injury_of injuries_of hurting"
    " injury_to injuries_to maiming wounding_of",
    "injured<": "reported_injured reported_wounded sustained_injuries suffered_injuries"
    " suffered_wounds was_hurt were_hurt suffered_breathing were_hospitalised were_hospitalized"
    " were_burned suffered_burns suffered_shrapnel suffered_from_suffocation"
    " suffered_from_breathing sustained_wounds were_maimed were_brought_to_hospital"
    " brought_to_hospital brought_to_hospitals taken_to_hospital were_poisoned"
    " admitted_to_hospital treated_for",
    "injured^": "number_of_wounded number_of_injured number_of_injuries number_of_those_wounded",
    "injured#": "injuries wounded injured",
    "casualties#": "casualties",
    "casualties^": "number_of_casualties casualty_toll",
    "displaced*": "displaced evacuated uprooted bussed",
    "displaced>": "displacing evacuating displacement_of evacuation_of uprooting exodus_of"
    " flight_of displaces displace evacuate evacuates departure_of forced_out driven_out"
    " driving_out transfer_of transferred bused bussing",
    "displaced<": "fled flee fleeing flees have_left had_left has_left left_the left_their"
    " left_east left_eastern left_aleppo left_for left_besieged left_rebel who_left left_through"
    " left_via escaped were_forced_to_leave left_neighbourhoods left_on left_since left_by"
    " moved_out crossed_into crossed_to were_leaving leaving_the abandoned_their were_moved"
    " crossed_over displaced have_fled poured_out streamed_out got_out took_refuge sought_refuge"
    " sought_shelter departed leave_their leave_the were_taken_out were_bused were_brought_out"
    " came_out walked_out have_arrived arrived_from crossed_from abandoned arrived_at arrived_in"
    " to_leave_their driven_from leaving_their leaving_behind_their",
    "displaced#": "evacuees idps displaced_people displaced_persons displaced_civilians refugees",
    "displaced^": "number_of_displaced number_of_displaced_people number_of_evacuees",
    "returned<": "returned have_returned had_returned came_back went_back return returning",
    "returned>": "return_of",
    "returned#": "returnees",
    "detained*": "detained arrested abducted kidnapped",
    "detained>": "detaining arresting abducting kidnapping arrest_of detention_of abduction_of"
    " kidnapping_of",
    "detained#": "detainees prisoners",
    "person": "people persons civilians soldiers fighters rebels men insurgents militants troops"
    " residents members medics doctors nurses patients journalists workers volunteers officers"
    " policemen rescuers paramedics militiamen jihadists combatants students pupils inhabitants"
    " gunmen personnel servicemen elders victims teachers staff activists worshippers teenagers"
    " individuals passers-by passersby prisoners detainees commanders relatives employees guards"
    " drivers recruits conscripts aid_workers bystanders shoppers citizens syrians kurds"
    " palestinians iranians russians turks brothers sisters farmers labourers laborers cadets"
    " passengers villagers men's shopkeepers bakers engineers pilots hostages captives adults"
    " elderly men_and_women others defenders family_members souls youths",
    "person1": "person civilian soldier fighter rebel man insurgent militant resident member"
    " medic doctor nurse patient journalist worker volunteer officer policeman rescuer paramedic"
    " militiaman jihadist combatant student pupil inhabitant gunman serviceman teacher activist"
    " prisoner detainee commander employee guard driver recruit conscript bystander citizen"
    " husband father brother son photographer cameraman reporter youth teenager pharmacist"
    " surgeon dentist pilot cadet passer-by shopkeeper baker engineer general colonel grandfather"
    " leader cleric imam priest worshipper passenger family_member sniper farmer",
    "woman": "women females mothers",
    "woman1": "woman mother wife grandmother sister schoolteacher_woman female",
    "child": "children minors girls boys kids infants babies newborns toddlers schoolchildren"
    " daughters sons underage under_age",
    "child1": "child girl boy infant baby newborn toddler schoolgirl schoolboy minor daughter kid",
    "family": "families households",
    "family1": "family household",
    "strikes": "strikes airstrikes raids sorties rockets shells missiles mortars barrels bombs"
    " rounds projectiles attacks bombardments mortar_shells barrel_bombs air_strikes air_raids"
    " cylinders canisters grenades",
    "buildings": "buildings houses homes flats apartments shops schools hospitals mosques clinics"
    " towers dwellings stalls markets bakeries churches residential_buildings workshops"
    " facilities",
    "damage": "destroyed damaged collapsed flattened burned burnt ruined demolished razed"
    " levelled leveled gutted hit destroying damaging flattening wrecked struck bombed targeted"
    " torched",
    "area": "square_kilometre square_kilometres square_kilometer square_kilometers sq_km km² km2"
    " sq_kms square_km sq_kilometres sq_kilometers square_kms sqkm sq_._km sq_._kilometres",
    "area:mi2": "square_mile square_miles sq_miles sq_mile sq_mi",
    "area:ha": "hectares hectare",
    "thing": "january february march april may june july august september october november"
    " december jan feb mar apr jun jul aug sep sept oct nov dec ambulances vehicles cars years"
    " year months month weeks week days day hours hour minutes minute seconds kilometres"
    " kilometers kilometre kilometer km metres meters metre meter miles mile percent per_cent pm"
    " am districts neighbourhoods neighborhoods areas fronts villages towns cities buses trucks"
    " tanks times storeys stories floors barrages brigades battalions groups factions parties"
    " countries sides stages phases batches convoys checkpoints points positions kilograms kg"
    " kilos tonnes tons litres dollars pounds pct th p.m a.m streets roads witnesses fires blasts"
    " explosions o'clock visits beds bags baskets parcels meals calls reports cases governorates"
    " provinces corridors crossings planes helicopters aircraft jets drones rooms classes rifles"
    " tunnels statements photos pictures videos crew_trips camps shelters sites armies wells"
    " pumps places pieces lorries ceasefires warplanes sectors quarters",
    "protest": "protest* demonstration* rally rallies march marched marching",
}
