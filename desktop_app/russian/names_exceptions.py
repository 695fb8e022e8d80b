"""Names that rules by endings get wrong, or on which handbooks differ; each group with its source.

Short on purpose: what is not sure is asked, so a name belongs here only if a rule would give
a wrong form, or would ask about a name that is common. All words are in lower case.
"""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


INDECLINABLE_SURNAMES = _words(
    # French surnames stressed on the last vowel: Розенталь, Справочник по правописанию, § 149.
    "дюма тома петипа золя труайя люка деррида дега колла гамарра",
)

FLEETING_SURNAMES: dict[str, tuple[str, str]] = {
    # Men's surnames like common nouns with a fleeting vowel; genitive and dative of the noun.
    # Both this form and one with the vowel kept are in use, so they are always asked:
    # gramota.ru, «Заец, Журавель и Казаченок: как склонять такие фамилии».
    "лев": ("льва", "льву"),
    "заяц": ("зайца", "зайцу"),
    "заец": ("заеца", "заецу"),
    "соловей": ("соловья", "соловью"),
    "воробей": ("воробья", "воробью"),
    "муравей": ("муравья", "муравью"),
    "журавель": ("журавля", "журавлю"),
    "кравец": ("кравца", "кравцу"),
    "орел": ("орла", "орлу"),
    "орёл": ("орла", "орлу"),
    "козел": ("козла", "козлу"),
    "козёл": ("козла", "козлу"),
    "осел": ("осла", "ослу"),
    "осёл": ("осла", "ослу"),
    "рот": ("рота", "роту"),
    "пес": ("пса", "псу"),
    "пёс": ("пса", "псу"),
    "лед": ("льда", "льду"),
    "лёд": ("льда", "льду"),
}

REGULAR_SHORT_SURNAMES = _words(
    # Korean and other short surnames that happen to be, or to resemble, a common noun. A man's
    # surname in a consonant declines whatever language it is from: Розенталь, § 149.
    "пак ким цой хан тен шин юн лим нам чен тян хван ван чан эм мин ем сон ан кан мун сим хон",
    # Trades, animals and the like whose nouns keep their vowel, and names of other peoples.
    "врубель бабель ткач даль грач сыч саар рау коп гай",
)

POSSESSIVE_SURNAMES = _words(
    # Women's surnames that are also a noun or a name, but far oftener the feminine of Королёв,
    # Ильин and the like, which all decline as possessives: закономерность.
    "королева королёва ильина путина репина березина родина турбина зорина лапина",
    "зимина гущина субботина щедрина кобылина",
)

ASKED_SURNAMES = _words(
    # French and Italian ones in a stressed «а» (unchanged) beside Slavic ones: Розенталь, § 149.
    "брока варда дюка карра мюра тальма ферма",
    # Women's nouns in «ь», rare as surnames: Калакуцкая.
    "любовь церковь морковь лошадь",
)

AMBIGUOUS_SURNAMES = _words(
    # A woman's form follows the man's: Жемчужин – Жемчужиной, Жемчужина – Жемчужины.
    # Розенталь, § 149 (Жемчужина, Смородина); the others are of the same kind.
    "жемчужина смородина щербина журбина вербина хворостина казанова канова черешина",
    "грушина бережина кручина скорина качина перебейкина дуброва диброва",
    # Italian ones of the kind of Казанова; nouns of the plural.
    "терранова вилланова генова дрова слова острова",
)

FINNISH_SURNAMES = _words(
    # In an unstressed «а», so unchanged (Розенталь, § 149: Куусела); nothing but the list tells
    # them from Slavic ones.
    "хонка рауда",
)

UNCHANGED_FIRST_HALVES = _words(
    # First halves that never decline (Бонч-Бруевича, Тер-Петросяна): gramota.ru, Розенталь, § 149.
    "бонч грум корвин тер мак сен сан сент аль эль ибн бен хан шах бек кара ван фон де ди дю ла",
    "ле дель мелик дон бей",
    # Демут-Малиновского, Тян-Шанского, Кос-Анатольского: Еськова, § 13.1 (by Калакуцкая).
    "демут тян кос абд абдул абдуль абдель",
)

PARTICLES = _words(
    # Written apart and small before a surname they never decline: Розенталь, § 149.
    "фон фун цу цур дер ден де ди да до дю дель делла дос лос лас ла ле ло ван тен тер аль эль ибн",
    "бен бин",
)

UNCHANGED_FIRST_OF_NAMES = _words(
    # The first half of a double French name, and an Arabic «servant of» or «father of», keep
    # their form, Жан-Жака, Абдул-Азиза: Розенталь, § 149; Суперанская. «Касым» before a second
    # name does the same in official use: Касым-Жомарта.
    "жан пьер абд абдул абдуль абдель абу аль эль касым",
)

MENS_NAMES_STRESSED_ON_THE_END = _words(
    # French, stressed on the last vowel, so unchanged; the dictionary does not know them.
    # Розенталь, § 149.
    "николя",
)

# Slavic men's names in «о» that decline, with the last letter of their genitive: Петра, Данилы.
# Розенталь, § 149; Суперанская. Beside them every name in a consonant and «ко»: Левко, Сашко.
SLAVIC_NAMES_IN_O: dict[str, str] = {
    **dict.fromkeys(("петро", "дмитро", "дмытро", "павло"), "а"),
    **dict.fromkeys(("гаврило", "данило", "кирило", "михайло", "самойло"), "ы"),
}

UNCHANGED_NAMES_IN_KO = _words(
    # Italian, Spanish, Finnish ones and the like, which only look like Левко: Суперанская.
    "франко франческо франциско франчишко васко эско урко вейко айко",
)

WOMENS_NAMES_IN_CONSONANT = _words(
    # The dictionary takes them for men's; a woman's name in a hard consonant never changes.
    "айшат",
)

THIRD_DECLENSION_NAMES = _words(
    # Women's names in a soft consonant that every handbook declines: Калакуцкая, Суперанская
    # (both as summed up at gramota.ru, answers on the name Айгуль).
    "любовь рахиль эсфирь юдифь руфь агарь суламифь",
)

THIRD_DECLENSION_MOSTLY = _words(
    # Declined by Суперанская, in part not by Калакуцкая: the same answers of gramota.ru.
    "нинель рашель",
)

STRESSED_BEFORE_IYA = _words(
    # Women's names in «ия» with the stress before it: the dative is in «ии». Eastern names with
    # the last syllable stressed have «ие» (Алие, Зульфие): gramota.ru. Any other name is asked.
    "аврелия агния амалия амелия анастасия анисия антония аполлинария валерия виктория",
    "виргиния вирсавия виталия гликерия глафирия евгения евдокия евлалия евлампия",
    "евпраксия евфимия ефимия ефросиния ия калерия камилия клавдия констанция корнелия",
    "ксения лидия лилия ливия лия лукия лукерия мария мелания мия наталия олимпия оливия",
    "пелагия пульхерия розалия сильвия софия стефания сусания таисия феодосия фотиния",
    "цецилия эмилия юлия юния",
)

# Borne by men and by women, though the dictionary knows one gender of most: so the person is
# asked. Суперанская, Словарь русских личных имён; Гафуров, Имя и история.
NAMES_OF_BOTH = frozenset(
    (
        *("адель", "айнур", "амаль", "валя", "женя", "жан", "ким", "карен", "люка", "марьян"),
        *("мишель", "ника", "нур", "паша", "саша", "сима", "слава", "тома", "ширин", "шура"),
    )
)
