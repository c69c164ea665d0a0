"""The words of the interface, in English and Arabic; one table, one row a phrase."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from aleppomap.model import Precision

_TABLE: dict[str, tuple[str, str]] = {
    # name of the thing
    "app_title": ("aleppomap", "خريطة حلب"),
    "app_tagline": (
        "What reporting says, neighbourhood by neighbourhood",
        "ما تقوله التقارير، حيًّا بحيّ",
    ),
    # classes of reports: they add up to all
    "class_shown": ("on the map", "على الخريطة"),
    "class_other_time": ("outside the window", "خارج المدة المختارة"),
    "class_undated": ("undated", "بلا تاريخ"),
    "class_unresolved": ("place not settled", "مكان غير محسوم"),
    "class_city": ("whole city only", "المدينة عمومًا"),
    "class_outside": ("outside Aleppo", "خارج حلب"),
    "class_filtered": ("filtered out", "مستبعدة بالتصفية"),
    "class_total": ("all reports", "كل التقارير"),
    # map and legend
    "legend_title": ("Reports that name the place", "عدد التقارير التي تذكر المكان"),
    "legend_mention": (
        "A mention is not a verified event. A blank area means no mention in these documents; "
        "it does not mean safe.",
        "الذكر ليس حدثًا مؤكدًا. والمنطقة الخالية تعني أنها لم تُذكر في هذه الوثائق، "
        "ولا تعني أنها آمنة.",
    ),
    "legend_circle": (
        "Soft circle: the point may lie anywhere within it",
        "دائرة باهتة: قد تقع النقطة في أي موضع داخلها",
    ),
    "legend_within": (
        "Dashed outline: somewhere inside, no position published",
        "حدّ متقطع: في مكان ما بالداخل، لا موقع منشور",
    ),
    "legend_shared": (
        "One report may name several places: counts are not to be added up",
        "قد يذكر التقرير الواحد عدة أماكن: لا تُجمع الأعداد",
    ),
    "names_disclaimer": (
        "Outlines and names follow their source and imply no position on any boundary.",
        "الحدود والأسماء كما في مصدرها ولا تعني موقفًا من أي حدود.",
    ),
    "credit": (
        "Outlines: Center for Spatial Research, Columbia University (MIT), generalised. "
        "Points: UNOSAT, GeoNames (CC BY 4.0), Wikipedia.",
        "الحدود: مركز البحوث المكانية، جامعة كولومبيا (MIT)، مبسَّطة. "
        "النقاط: يونوسات، جيونيمز (CC BY 4.0)، ويكيبيديا.",
    ),
    "sources": ("Sources", "المصادر"),
    "version": ("Data version", "إصدار البيانات"),
    "window": ("Time window", "المدة"),
    "whole_time": ("whole time", "كل المدة"),
    "filters": ("Filters", "التصفية"),
    "no_filter": ("none", "لا شيء"),
    "place": ("Place", "المكان"),
    "places": ("Places", "الأماكن"),
    "listed_places": (
        "Named, but nobody published where",
        "مذكورة، ولم ينشر أحد موقعها",
    ),
    "north": ("N", "ش"),
    "km": ("km", "كم"),
    "reports": ("reports", "تقارير"),
    "report": ("report", "تقرير"),
    "documents": ("documents", "وثائق"),
    # what a report holds
    "said_together": (
        "said of {n} places together, not of each",
        "قيل عن الأماكن ({n}) معًا لا عن كل منها",
    ),
    "origin_from": ("fire said to come from:", "مصدر النيران بحسب النص:"),
    "same_event": ("The same event?", "الحدث نفسه؟"),
    "same_event_beside": ("Side by side ({n})", "جنبًا إلى جنب ({n})"),
    "same_event_head": (
        "Possibly one event, told several times: side by side, nothing added up",
        "ربما حدث واحد رُوي أكثر من مرة: جنبًا إلى جنب، دون جمع",
    ),
    "same_event_close": ("Back to the list", "العودة إلى القائمة"),
    "content_note": (
        "These reports speak of deaths and violence.",
        "تتحدث هذه التقارير عن قتلى وعنف.",
    ),
    "content_note_text": (
        "This text speaks of deaths and violence.",
        "يتحدث هذا النص عن قتلى وعنف.",
    ),
    "kind": ("Kind", "النوع"),
    "claimant": ("Who says so", "من القائل"),
    "claimant_sort": ("Sort of claimant", "نوع القائل"),
    "certainty": ("Certainty", "درجة التأكد"),
    "figures": ("Figures", "الأرقام"),
    "all_kinds": ("All kinds", "كل الأنواع"),
    "all_claimants": ("All claimants", "كل القائلين"),
    "all_certainties": ("All", "الكل"),
    "legend_claims": (
        "Every report is what somebody says: words like “at least”, “reported” and “alleged” "
        "stay with it.",
        "كل تقرير قول لقائله: وتبقى معه كلمات مثل «على الأقل» و«ورد» و«ادعاء».",
    ),
    "legend_mark": (
        "Small mark with lines: one report of several places together",
        "علامة صغيرة بخطوط: تقرير واحد عن عدة أماكن معًا",
    ),
    "legend_ranges": (
        "Bars with faded ends: the day is not fixed by the text",
        "أشرطة باهتة الطرف: اليوم غير محدد في النص",
    ),
    # dates
    "undated": ("undated", "بلا تاريخ"),
    "date_until": ("up to {end}", "حتى {end}"),
    "date_since": ("since {start}", "منذ {start}"),
    "date_range": ("{start} to {end}", "من {start} إلى {end}"),
    "date_week": ("in the week {start} to {end}", "في أسبوع {start} إلى {end}"),
    "date_month": ("in the month {start} to {end}", "في شهر {start} إلى {end}"),
    "date_year": ("in the year {start} to {end}", "في سنة {start} إلى {end}"),
    "dated_text": ("dated by the text", "مؤرخ من النص"),
    "dated_published": ("dated by the day of publication", "مؤرخ بيوم النشر"),
    "dated_none": ("no date in the document", "لا تاريخ في الوثيقة"),
    # confidence of a position
    "confidence_high": ("position well known", "الموقع معروف جيدًا"),
    "confidence_medium": ("position roughly known", "الموقع معروف تقريبًا"),
    "confidence_low": ("position uncertain", "الموقع غير مؤكد"),
    "confidence_none": ("no published position", "لا موقع منشور"),
    # the page: counting
    "n_report": ("{n} report", "تقرير واحد"),
    "n_reports": ("{n} reports", "عدد التقارير: {n}"),
    "no_mention": ("no mention in this window", "لا ذكر في هذه المدة"),
    "within_n": (
        "{n} more somewhere inside, no position published",
        "وأيضًا {n} في مكان ما بالداخل بلا موقع منشور",
    ),
    "bin_label": ("{shown} shown of {total}", "{shown} معروضة من {total}"),
    "timeline_label": (
        "Reports over time: {n} shown from {since} to {until}. The slider below sets the window.",
        "التقارير عبر الزمن: {n} معروضة من {since} إلى {until}. يحدد المنزلق أدناه المدة.",
    ),
    # the page: time
    "from_day": ("From", "من"),
    "until_day": ("Until", "إلى"),
    "earlier": ("Earlier", "أقدم"),
    "later": ("Later", "أحدث"),
    "step_help": (
        "Moves the window by its own length",
        "ينقل المدة بمقدار طولها",
    ),
    # the page: map
    "map_label": (
        "Map of Aleppo. Arrow keys go from place to place, Enter chooses a place, "
        "plus and minus zoom. The place list and the table say the same in words.",
        "خريطة حلب. أسهم لوحة المفاتيح تنقلك بين الأماكن، وزر الإدخال يختار المكان، "
        "وعلامتا الزائد والناقص للتكبير والتصغير. "
        "قائمة الأماكن والجدول يقولان الشيء نفسه بالكلمات.",
    ),
    "map_failed": ("The map could not be drawn.", "تعذّر رسم الخريطة."),
    "hint_touch": (
        "Two fingers move and zoom the map. Tap a place to choose it.",
        "حرّك الخريطة وكبّرها بإصبعين. المس مكانًا لاختياره.",
    ),
    "hint_mouse": (
        "Click a place to choose it, again to let go; Shift adds another. "
        "Ctrl with the wheel zooms.",
        "انقر مكانًا لاختياره ومرة ثانية لإلغائه، ومع Shift لإضافة غيره. "
        "والتكبير بعجلة الفأرة مع Ctrl.",
    ),
    "about_circle": ("position uncertain: within the circle", "الموقع غير مؤكد: ضمن الدائرة"),
    "about_within": ("no published position", "لا موقع منشور"),
    "about_listed": ("no published position", "لا موقع منشور"),
    "tab_map": ("Map", "الخريطة"),
    "tab_table": ("Table", "جدول"),
    "tab_off": ("Not on the map", "خارج الخريطة"),
    "tab_reports": ("Reports", "التقارير"),
    "tab_text": ("Text", "النص"),
    "tiles_switch": ("Street map from openstreetmap.org", "خريطة شوارع من openstreetmap.org"),
    "tiles_warning": (
        "Switched on, your browser asks a third party, openstreetmap.org, for pictures: it sees "
        "your network address and which part of the city you look at.",
        "عند التشغيل يطلب متصفحك صورًا من طرف ثالث هو openstreetmap.org، "
        "فيرى عنوانك على الشبكة وأي جزء من المدينة تنظر إليه.",
    ),
    "tiles_credit": (
        "Street map: OpenStreetMap contributors (ODbL).",
        "خريطة الشوارع: مساهمو OpenStreetMap (ODbL).",
    ),
    # the page: places and cards
    "all_places": ("All places: choose one or more", "كل الأماكن: اختر مكانًا أو أكثر"),
    "part_of": ("Part of {place}", "جزء من {place}"),
    "position_from": ("Position: {source}", "الموقع: {source}"),
    "within_radius": ("within {n} m", "ضمن {n} م"),
    "together": ("one report, together:", "تقرير واحد، معًا:"),
    "read_text": ("Read in the text", "اقرأ في النص"),
    "open_source": ("Source", "المصدر"),
    "more_reports": ("Show more ({n} left)", "المزيد (بقي {n})"),
    "no_reports": (
        "No report here in this window. That means no mention in these documents; "
        "it does not mean that nothing happened.",
        "لا تقرير هنا في هذه المدة. معنى ذلك أنه لا ذكر في هذه الوثائق، لا أنه لم يحدث شيء.",
    ),
    "back_to_shown": ("Back to the reports on the map", "العودة إلى التقارير على الخريطة"),
    "key_place": ("place", "مكان"),
    "key_time": ("time", "زمن"),
    "key_unsure": ("place not settled", "مكان غير محسوم"),
    "choose_text": (
        "Choose “Read in the text” on a report, or a document here.",
        "اختر «اقرأ في النص» في أحد التقارير، أو وثيقة من هنا.",
    ),
    "document": ("Document", "الوثيقة"),
    "published_on": ("published {day}", "نُشر {day}"),
    "unpublished": ("publication day unknown", "يوم النشر غير معروف"),
    # the page: why a report is not on the map
    "why_filtered": ("Left out by the filters above.", "مستبعد بسبب التصفية أعلاه."),
    "why_outside": ("Speaks of a place outside Aleppo.", "يتحدث عن مكان خارج حلب."),
    "why_city": (
        "Speaks of Aleppo as a whole; not put on any neighbourhood.",
        "يتحدث عن حلب عمومًا، فلا يوضع على أي حي.",
    ),
    "why_unresolved": (
        "The name fits several places, or none that is certain.",
        "الاسم يناسب أكثر من مكان، أو لا مكان مؤكدًا له.",
    ),
    "why_undated": (
        "Has a place but no date, and the document has no day of publication.",
        "له مكان ولكن بلا تاريخ، ولا يوم نشر للوثيقة.",
    ),
    "why_other_time": ("Dated outside the chosen window.", "تاريخه خارج المدة المختارة."),
    "names_not_settled": ("Names that were not settled", "أسماء لم تُحسم"),
    "no_names_left": ("Every name was settled.", "حُسمت كل الأسماء."),
    "col_date": ("Date", "التاريخ"),
    "col_places": ("Places", "الأماكن"),
    "col_words": ("Words of the report", "نص التقرير"),
    "col_publisher": ("Publisher", "الناشر"),
    "col_title": ("Title", "العنوان"),
    "col_link": ("Link", "الرابط"),
    "col_name": ("Name in the text", "الاسم في النص"),
    "col_reason": ("Reason", "السبب"),
    "col_candidates": ("Could be", "قد يكون"),
    "col_class": ("Class", "الفئة"),
    # the page: link and downloads
    "copy_link": ("Copy link", "نسخ الرابط"),
    "copy_link_inside": ("Link with the article", "رابط مع المقال"),
    "link_copied": (
        "Link copied: it shows exactly this view.",
        "نُسخ الرابط: يعرض هذا المشهد نفسه.",
    ),
    "link_here": ("Copy this link:", "انسخ هذا الرابط:"),
    "inside_too_long": (
        "The article is too long for a link (more than 30 kB); send the file itself.",
        "المقال أطول من أن يحمله رابط (أكثر من 30 كيلوبايت)؛ أرسل الملف نفسه.",
    ),
    "download": ("Download", "تنزيل"),
    "download_help": (
        "Pictures and files of exactly what is shown, with sources and data version.",
        "صور وملفات لما هو معروض تمامًا، مع المصادر وإصدار البيانات.",
    ),
    "file_png": ("Picture (PNG)", "صورة (PNG)"),
    "file_svg": ("Drawing (SVG)", "رسم (SVG)"),
    "file_pdf": ("Print (PDF)", "للطباعة (PDF)"),
    "file_html": ("Page that works offline (HTML)", "صفحة تعمل دون شبكة (HTML)"),
    "file_geojson": ("Map data (GeoJSON)", "بيانات الخريطة (GeoJSON)"),
    "file_csv": ("Table (CSV)", "جدول (CSV)"),
    "file_places": (
        "Places shown (Linked Places, JSON)",
        "الأماكن المعروضة (Linked Places, JSON)",
    ),
    "file_mentions": (
        "Mentions (W3C Web Annotation, JSON)",
        "مواضع الذكر (W3C Web Annotation, JSON)",
    ),
    # the page: adding
    "add_article": ("Add an article", "أضف مقالًا"),
    "add_privacy": (
        "It stays in your session and is gone when you close the page.",
        "يبقى في جلستك ويزول عند إغلاق الصفحة.",
    ),
    "paste": ("Paste the text", "ألصق النص"),
    "paste_here": ("Text of a news article, in any language", "نص خبر صحفي بأي لغة"),
    "published_optional": (
        "Publication day (blank: found in the text)",
        "يوم النشر (اتركه فارغًا ليُستخرج من النص)",
    ),
    "publisher": ("Publisher (optional)", "الناشر (اختياري)"),
    "put_on_map": ("Put it on the map", "ضعه على الخريطة"),
    "more_ways": ("Files or an address instead", "ملفات أو عنوان بدلًا من ذلك"),
    "upload": ("Upload files", "ارفع ملفات"),
    "choose_files": ("Choose files", "اختر ملفات"),
    "upload_help": (
        "txt, md, html, pdf, docx, or csv and jsonl with many documents; 5 MB of text each",
        "txt وmd وhtml وpdf وdocx، أو csv وjsonl لوثائق كثيرة؛ حتى 5 ميغابايت من النص لكل منها",
    ),
    "address": ("Address of a page", "عنوان صفحة"),
    "fetch": ("Fetch and put it on the map", "اجلبه وضعه على الخريطة"),
    "reading": ("Reading …", "جارٍ القراءة…"),
    "added_one": (
        "“{title}”: places found {places}, reports {reports}.",
        "«{title}»: عدد الأماكن {places}، وعدد التقارير {reports}.",
    ),
    "added_many": (
        "Documents read {documents}: places found {places}, reports {reports}.",
        "عدد الوثائق المقروءة {documents}: الأماكن {places}، والتقارير {reports}.",
    ),
    "nothing_placed": (
        "“{title}” names no neighbourhood of Aleppo that could be settled; "
        "“Not on the map” lists what was found.",
        "لا يذكر «{title}» حيًّا من أحياء حلب يمكن حسمه؛ انظر «خارج الخريطة» لما عُثر عليه.",
    ),
    "paste_empty": (
        "There is no text yet: paste an article of at least one sentence.",
        "لا نص بعد: ألصق مقالًا من جملة واحدة على الأقل.",
    ),
    "link_text_broken": (
        "The article inside the link could not be read: the link is cut short or too large.",
        "تعذّرت قراءة المقال داخل الرابط: الرابط مبتور أو كبير جدًا.",
    ),
    "yours": ("Your documents", "وثائقك"),
    "remove": ("Remove", "إزالة"),
    "show_all": ("Show the whole library", "اعرض المكتبة كلها"),
    "show_only": ("Show only this", "اعرض هذا وحده"),
    "untitled": ("Text without a title", "نص بلا عنوان"),
    "words_filter": ("Words in the reports", "كلمات في التقارير"),
    "clear_filters": ("Clear all filters", "إزالة كل التصفية"),
    "library": ("Sample library", "مكتبة العينات"),
    "library_is": (
        "{documents} short own-words entries about named neighbourhoods, each with its "
        "publisher and link. Not complete, and not a count of what happened.",
        "عدد المدخلات {documents}، بكلماتنا، عن أحياء مسماة، لكل منها ناشره ورابطه. "
        "ليست كاملة ولا إحصاءً لما حدث.",
    ),
    "notice_version": (
        "This link was made with data version {theirs}; this page has {ours}. "
        "Places and counts may differ.",
        "أُنشئ هذا الرابط بإصدار البيانات {theirs}، وهذه الصفحة بالإصدار {ours}. "
        "قد تختلف الأماكن والأعداد.",
    ),
    "notice_missing": (
        "This link shows a document that is not here: pasted text stays with the reader "
        "who pasted it.",
        "يعرض هذا الرابط وثيقة غير موجودة هنا: النص الملصق يبقى عند من ألصقه.",
    ),
    # the page: the library
    "page_nav": ("Page", "الصفحة"),
    "page_map": ("Map", "الخريطة"),
    "page_library": ("Library", "المكتبة"),
    "lib_tagline": ("All articles, with search", "كل المقالات، مع البحث"),
    "lib_search": ("Search the articles", "ابحث في المقالات"),
    "lib_search_hint": (
        "Words in English or Arabic, in any spelling",
        "كلمات بالعربية أو الإنجليزية، بأي إملاء",
    ),
    "lib_none": (
        "No article here fits. Fewer words or filters find more.",
        "لا مقال هنا يطابق ذلك. كلمات أو شروط أقل تجد أكثر.",
    ),
    "lib_empty": ("There are no articles in this library yet.", "لا مقالات في هذه المكتبة بعد."),
    "lib_count": ("{n} articles", "عدد المقالات: {n}"),
    "lib_count_one": ("1 article", "مقال واحد"),
    "lib_count_of": ("{n} of {all} articles", "{n} من المقالات وعددها {all}"),
    "lib_all_places": ("All places", "كل الأماكن"),
    "lib_source": ("Source", "المصدر"),
    "lib_all_sources": ("All sources", "كل المصادر"),
    "lib_no_source": ("no source given", "المصدر غير مذكور"),
    "lib_col_title": ("Title", "العنوان"),
    "lib_col_reports": ("Reports", "التقارير"),
    "lib_col_state": ("State", "الحالة"),
    "lib_stale": ("older reading", "قراءة قديمة"),
    "lib_stale_note": (
        "{n} articles were read by an older version of the rules or the gazetteer.",
        "{n} من المقالات قُرئت بإصدار أقدم من القواعد أو من معجم الأماكن.",
    ),
    "lib_refresh": ("Read them again", "أعد قراءتها"),
    "lib_refreshing": ("{done} of {all} articles read again", "أُعيدت قراءة {done} من {all}"),
    "lib_refreshed": ("Articles read again: {n}.", "المقالات التي أُعيدت قراءتها: {n}."),
    "lib_tick": ("Choose", "اختر"),
    "lib_tick_all": ("Choose all that are shown", "اختر كل المعروض"),
    "lib_show": ("Show on the map", "اعرض على الخريطة"),
    "lib_delete": ("Delete", "احذف"),
    "lib_deleted": (
        "Articles deleted: {n}. They are gone from search, map and links, and can be brought "
        "back for a week.",
        "المقالات المحذوفة: {n}. أُزيلت من البحث والخريطة والروابط، ويمكن استرجاعها خلال أسبوع.",
    ),
    "lib_undo": ("Undo", "تراجع"),
    "lib_restored": ("Articles brought back: {n}.", "المقالات المسترجعة: {n}."),
    "lib_bin": ("Deleted this week ({n})", "حُذف هذا الأسبوع ({n})"),
    "lib_bring_back": ("Bring back", "استرجع"),
    "lib_add": ("Add articles", "أضف مقالات"),
    "lib_files": ("Files", "ملفات"),
    "lib_pasted": ("Pasted text", "نص ملصق"),
    "lib_add_note": (
        "Whatever is added here is kept, and everybody who can open this app can read it.",
        "ما يُضاف هنا يُحفظ، ويقرؤه كل من يستطيع فتح هذا التطبيق.",
    ),
    "lib_add_files": ("Add to the library", "أضف إلى المكتبة"),
    "lib_save_text": ("Save this text in the library", "احفظ هذا النص في المكتبة"),
    "lib_keep": ("Keep in the library", "احفظ في المكتبة"),
    "lib_kept": ("“{title}” is in the library now.", "«{title}» في المكتبة الآن."),
    "lib_reading": (
        "{file}: {added} added so far, {failed} could not be read",
        "{file}: أُضيف {added} حتى الآن، وتعذّرت قراءة {failed}",
    ),
    "lib_added": (
        "Added: {added}. Known already: {unchanged}. Could not be read: {failed}.",
        "أُضيف: {added}. معروف من قبل: {unchanged}. تعذّرت قراءته: {failed}.",
    ),
    "lib_faults": ("What could not be read", "ما تعذّرت قراءته"),
    "lib_fault_file": ("File", "الملف"),
    "lib_hide": ("Hide this list", "أخفِ هذه القائمة"),
    "lib_backup": ("Backup", "نسخة احتياطية"),
    "lib_backup_note": (
        "One file with all articles, links and saved views; “aleppomap import” reads it.",
        "ملف واحد فيه كل المقالات والروابط والمشاهد المحفوظة؛ يقرؤه الأمر aleppomap import.",
    ),
    "lib_backup_file": ("Download the library", "نزّل المكتبة"),
    "lib_read_only": (
        "Here you can search and read; adding, correcting and deleting is for editors.",
        "يمكنك هنا البحث والقراءة؛ أما الإضافة والتصحيح والحذف فللمحررين.",
    ),
    "lib_samples": (
        "These are the samples. To keep articles of your own, start the app with "
        "“aleppomap serve --library FOLDER”.",
        "هذه هي العينات. لحفظ مقالاتك شغّل التطبيق بالأمر aleppomap serve --library FOLDER.",
    ),
    "lib_secret": ("The editors’ secret", "كلمة سر المحررين"),
    "lib_secret_send": ("Edit", "حرّر"),
    "lib_secret_wrong": ("That is not the editors’ secret.", "ليست هذه كلمة سر المحررين."),
    "lib_editing": ("You can edit in this session.", "يمكنك التحرير في هذه الجلسة."),
    "lib_stop_editing": ("Stop editing", "أنهِ التحرير"),
    "lib_not_allowed": (
        "Nothing was changed: this library can only be changed by its editors.",
        "لم يتغير شيء: لا يغيّر هذه المكتبة إلا محرروها.",
    ),
    "lib_views": ("Saved views", "المشاهد المحفوظة"),
    "lib_save_view": ("Save view", "احفظ المشهد"),
    "lib_view_name": ("Name of the view", "اسم المشهد"),
    "lib_view_note": (
        "Saves places, window and filters as they are now under a short link that nobody can "
        "guess. It keeps working until an editor deletes it.",
        "يحفظ الأماكن والمدة والتصفية كما هي الآن برابط قصير لا يمكن تخمينه، "
        "ويبقى صالحًا حتى يحذفه أحد المحررين.",
    ),
    "lib_view_saved": ("Saved. This is its link:", "حُفظ. هذا رابطه:"),
    "lib_view_unnamed": ("View of {day}", "مشهد {day}"),
    "lib_view_none": ("No view has been saved yet.", "لم يُحفظ أي مشهد بعد."),
    "lib_delete_view": ("Delete", "احذف"),
    "notice_gone": (
        "The article of this link is no longer in this library: it was deleted.",
        "لم يعد مقال هذا الرابط في هذه المكتبة: لقد حُذف.",
    ),
    "notice_view_gone": (
        "The saved view of this link is no longer here: it was deleted.",
        "لم يعد المشهد المحفوظ لهذا الرابط هنا: لقد حُذف.",
    ),
    "library_yours": ("Library", "المكتبة"),
    "library_holds": ("{documents} articles.", "عدد المقالات: {documents}."),
    "language": ("Language", "اللغة"),
    # the picture
    "pic_title": ("Aleppo: the places that reporting names", "حلب: الأماكن التي تذكرها التقارير"),
    "pic_empty": ("No report in this view", "لا تقارير في هذا المشهد"),
    "pic_counts": ("Each report counted once", "كل تقرير محسوب مرة واحدة"),
    "pic_dot": ("Dot: position well known", "نقطة: الموقع معروف جيدًا"),
    "pic_number": (
        "The number in brackets counts its reports",
        "العدد بين قوسين هو عدد تقاريره",
    ),
    "pic_within": ("Inside {outline}: {places}", "داخل {outline}: {places}"),
    "pic_together": (
        "One report speaks of all of these: {places}",
        "تقرير واحد عنها معًا: {places}",
    ),
    "pic_together_count": (
        "{n} of the reports name several places",
        "{n} من التقارير تذكر عدة أماكن",
    ),
    "pic_said": ("What the reports say", "ما تقوله التقارير"),
    "pic_firmness": ("How firmly", "درجة الجزم"),
    "pic_precision": ("Dated", "دقة التاريخ"),
    "pic_own_voice": ("the article itself", "المقال نفسه"),
    "pic_mark": (
        "Ring with lines: one report of several places together",
        "حلقة بخطوط: تقرير واحد عن عدة أماكن معًا",
    ),
    "pic_no_room": ("On the map without its name: {places}", "على الخريطة بلا اسم: {places}"),
    "pic_more": ("and {n} more", "وعدد الباقي {n}"),
    "pic_words": ("words “{words}”", "كلمات «{words}»"),
    "pic_by_day": ("Reports by day", "التقارير بحسب اليوم"),
    "pic_by_week": ("Reports by week", "التقارير بحسب الأسبوع"),
    "pic_by_month": ("Reports by month", "التقارير بحسب الشهر"),
    "pic_in_window": ("dark: in the window", "الداكن: ضمن المدة"),
    "pic_projection": (
        "Local equirectangular projection (WGS 84), north up.",
        "إسقاط محلي متساوي المستطيلات (WGS 84)، الشمال إلى الأعلى.",
    ),
    # the page in one file
    "page_title": (
        "Aleppo: what reporting says, neighbourhood by neighbourhood",
        "حلب: ما تقوله التقارير، حيًّا بحيّ",
    ),
    "page_reports": ("Reports", "التقارير"),
    "page_window": (
        "{n} of the {all} reports in this file",
        "{n} من تقارير هذا الملف وعددها {all}",
    ),
    "page_all": ("All places", "كل الأماكن"),
    "page_place": ("Place", "المكان"),
    "page_play": ("Play", "تشغيل"),
    "page_pause": ("Pause", "إيقاف"),
    "page_choose": (
        "Choose a place on the map or in the list to see only its reports; "
        "choose a report to see its places.",
        "اختر مكانًا على الخريطة أو في القائمة لترى تقاريره وحدها، واختر تقريرًا لترى أماكنه.",
    ),
    "page_and_parts": (
        "Reports that name it or a part of it.",
        "التقارير التي تذكره أو تذكر جزءًا منه.",
    ),
    "page_notes": ("How to read this", "كيف تقرأ هذه الصفحة"),
    "page_only_shown": (
        "This file holds the reports on the map; reports of the other classes are only counted.",
        "يضم هذا الملف التقارير التي على الخريطة؛ أما الفئات الأخرى فأعدادها فقط.",
    ),
    "page_made": ("How this page was made", "كيف أُعدّت هذه الصفحة"),
    "page_software": (
        "Made with aleppomap; map drawn with folium and Leaflet. It works without a network; "
        "only the links to sources leave it.",
        "أُعدّت ببرنامج aleppomap ورُسمت الخريطة بـ folium وLeaflet. تعمل دون شبكة، "
        "ولا يخرج منها إلا روابط المصادر.",
    ),
    "page_key": ("This view in the app", "هذا المشهد في التطبيق"),
    "page_licences": ("Licences", "الرخص"),
    "page_no_publisher": ("publisher not given", "الناشر غير مذكور"),
    "page_noscript": (
        "This browser runs no scripts, so there is no map and no timeline here. "
        "The reports follow, newest first.",
        "هذا المتصفح لا يشغّل البرامج النصية، فلا خريطة ولا خط زمني هنا. تلي التقارير، الأحدث أولًا.",
    ),
    "page_noscript_left": (
        "Only the newest are listed; {n} more show with scripts switched on.",
        "تُعرض الأحدث فقط؛ ويظهر {n} غيرها عند السماح بالبرامج النصية.",
    ),
    "zoom_in": ("Zoom in", "تكبير"),
    "zoom_out": ("Zoom out", "تصغير"),
}

LRI, PDI = "\u2066", "\u2069"
"""Isolates: without them a date inside Arabic text turns round (12-2016 for 2016-12)."""


@cache
def strings(lang: str) -> Mapping[str, str]:
    """All phrases of the interface in ``en`` or ``ar``."""
    column = 1 if lang == "ar" else 0
    return MappingProxyType({key: row[column] for key, row in _TABLE.items()})


def iso(day: date) -> str:
    """A day as ``2016-12-12``, isolated so that it keeps its order in Arabic text."""
    return f"{LRI}{day.isoformat()}{PDI}"


def period_text(start: date | None, end: date | None, precision: Precision, lang: str) -> str:
    """A period in words, with its precision: "up to 2016-12-12", "2016-07-22 to 2016-07-25"."""
    words = strings(lang)
    if start is None and end is None:
        return words["undated"]
    if start is None or end is None:
        known = "date_until" if start is None else "date_since"
        return words[known].format(start=iso(start or date.min), end=iso(end or date.min))
    if start == end:
        return iso(start)
    key = f"date_{precision.value}"
    pattern = words[key] if key in words and precision is not Precision.DAY else words["date_range"]
    return pattern.format(start=iso(start), end=iso(end))
