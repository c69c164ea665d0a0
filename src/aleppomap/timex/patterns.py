"""The patterns of the rules, over the string of codes (see ``words`` and ``pieces``).

A blank means an optional blank of the text. Every pattern is bounded, so that a long
table of numbers costs no more than a line of prose.
"""

from __future__ import annotations

LEAD = "(?:(?:l-|[io~lhetfFj]|[LQ] U [fF]|U [fF]) ){0,6}"
MONTH = r"(?:[MA]|a\.?|H [12])"
# Levantine and Gregorian name side by side: "أكتوبر / تشرين الأول".
MONTHS = rf"(?:U (?:[fF] )?)?{MONTH}(?: [/(] {MONTH} \)?)?"
WEEKDAY = r"(?:(?:[WV],?|w\.?,?) (?:[oi] )?)?"
YEAR = r"(?:,? (?:[fF] )?(?:U )?[Ym](?: y)?(?:,? [VW])?)"
COUNT = "(?:(?:K )?[KNnmk] (?:[fF] )?)"
ORDINAL = "(?:[R12](?: K| & K)?|K)"
PLAIN = "|".join(
    (
        rf"{WEEKDAY}d (?:[fF] )?{MONTHS}{YEAR}?",
        rf"{WEEKDAY}(?:D|d|N [/.-] N [/.-] Y|N N Y)(?:,? [WV])?",
        rf"{WEEKDAY}(?:N [/-] {MONTH} [/-] Y|N / ?{MONTHS})",
        rf"{WEEKDAY}N(?:,|,? &) N(?:(?:,|,? &) N){{1,2}} (?:[fF] )?{MONTHS}{YEAR}?",
        rf"{WEEKDAY}(?:t )?(?:Nr?\.?|G) (?:[fF] )?{MONTHS}{YEAR}?",
        rf"{WEEKDAY}{ORDINAL} [fF] {MONTHS}{YEAR}?",
        rf"{WEEKDAY}{MONTH} (?:t )?(?:Nr?|G){YEAR}?(?![:%/])",
        rf"(?:Nr?|{ORDINAL}) [fF] (?:t )?(?:U [3457]?|[CLX] U)",
        rf"{MONTHS}{YEAR}|Y y {MONTH}",
        rf"[LXC] {MONTH}|{MONTHS} [345]",
        rf"[LXc34] {COUNT}?[Uu]|(?:t )?{COUNT}?[Uu] (?:(?:t )?[KNnk] )?[3456]|C U",
        rf"< {COUNT}?[Uu]|{COUNT}[Lc] [Uu]",
        r"t U|l U|l F U",
        r"W (?:[fF] )?(?:t )?(?:[LXC] U|U [345])|[LXCQ34] W|W [3457]|W [-/]? W|W",
        r"\$|(?:U [BO]|[BO]|1(?: F)?)(?: o)? J(?: (?:o )?W)?|J 1(?: (?:o )?W)?",
        r"(?:C )?J (?:B 3|[37]|,? [(,]? W \)?|o W)?",
        r"[LC] h|h [35]",
        MONTHS,
        r"\* (?:[fF] )?(?:U )?Y|[Uu] [Ym](?: & [Ym])?|Y & Y(?! x)|[Ym](?: y)?|E",
    )
)
PART_OF_DAY = r"(?:,? (?:i )?(?:t )?h)?"
NIGHT = "(?: & [TZ] t h)?"
RANGE = (
    rf"(?P<lead>(?:[bF] )?{LEAD})(?P<left>{PLAIN}|Nr?\.?){PART_OF_DAY} (?P<link>-|&|[TZ]) "
    rf"(?P<middle>{LEAD})(?P<right>{PLAIN}){PART_OF_DAY}"
)
SAME_MONTH = (
    rf"(?P<lead>(?:[bF] )?{LEAD})(?P<left>{MONTH} (?:t )?Nr?) (?P<link>-|&|[TZ]) "
    rf"(?P<right>(?:t )?Nr?{YEAR}?)(?![:%/])"
)
LIMIT = rf"(?P<op>S(?: F)?|Z|q|s [fF]|p T|B|O|F) (?P<lead>{LEAD})(?P<plain>{PLAIN}){PART_OF_DAY}"
SINCE_MORNING = r"(?P<plain>S (?:t )?(?:U )?h)(?! [JWtohfF])"
SINCE_COUNT = rf"S (?:~ )?(?P<plain>{COUNT}?[Uuo])"
AGO = (
    rf"(?P<lead>(?:~ )?)(?P<plain>(?:> ?>? |j )?{COUNT}?U g(?: J)?"
    rf"|B (?:> (?:F )?)?(?:~ )?{COUNT}?[Uuo])"
)
HOURS = r"(?P<lead>i (?:t )?(?:[~>j] )?)(?P<plain>[KNn] U)(?: [36])?"
LATER = (
    rf"(?P<plain>{COUNT}[Uu] [eBO]|t [Uh] [BO](?! (?:[to] )?[JWDMAaHNY])"
    rf"|(?:I|[BO] Q) P {COUNT}?[Uuo])"
)
SAME = r"(?P<plain>Q (?:t )?[UoJhW]|Q [KN] U|(?:t )?X [Uh]|[UJo] 7|h 7)"
TOLD = r"(?P<plain>z)"
WITHIN = r"(?P<lead>i )(?P<plain>[KN] U)"
# "on Saturday evening and Sunday", "Friday, Saturday and Sunday"
DAYS = (
    rf"(?P<lead>{LEAD})(?P<plain>(?:L )?W(?: 3)?(?:{PART_OF_DAY},? & (?:[oi] )?(?:[th] )*"
    rf"|,? (?:[oi] )?)W(?:{PART_OF_DAY},? & (?:[oi] )?(?:[th] )*W)?(?: 3)?)(?!,? (?:t )?N)"
    rf"{PART_OF_DAY}"
)
EVE = rf"(?P<lead>{LEAD})(?:@ (?:t )?(?P<plain>{PLAIN})|h F (?P<two>W i W))"
WEEKEND = r"(?P<lead>(?:[oi] )?)(?P<plain>U)"
MORNING = r"(?P<plain>h)"
POSTPOSED = rf"(?P<lead>{LEAD})(?P<plain>{PLAIN}){PART_OF_DAY}(?: ' 0)? (?P<op>[89])"
NOW = r"(?:Z|p T) (?:C )?v"
# "in December 14 people were killed": the number is no day.
IN_MONTH = r"(?P<lead>i )(?P<plain>[MAa])(?= N(?! [r,Y&T-]))"
SINGLE = rf"(?P<lead>{LEAD})(?P<plain>{PLAIN}){PART_OF_DAY}(?P<night>{NIGHT})"
