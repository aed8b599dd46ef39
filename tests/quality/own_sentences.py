"""Sentences written for the project, in news style, with what trips splitters: the floor that needs no outside data.

Every list is one paragraph; its sentences are joined with a space and must be found again.
"""

ARABIC = [
    [
        "أعلنت بلدية النهرين، الثلاثاء 10 تشرين الثاني 2015، إعادة فتح السوق القديمة.",
        "وقال رئيسها م. نزار الكاتب: «انتظرنا ثلاث سنوات؛ واليوم نعود.",
        "لن نغلق أبوابنا مرة أخرى.",
        "هذا وعد».",
        "وبلغت الكلفة 2.4 مليون ليرة، أي أقل بنسبة 3.5% من التقديرات.",
        "فهل يكفي ذلك؟",
        "لا يبدو الأمر كذلك!",
    ],
    [
        "وصل د. سامر الحلبي وأ. هدى الخطيب إلى المدينة أمس.",
        "والتقيا، بحسب بيان (صدر مساء الأحد. ووزّع على الصحافة)، وفداً من الأهالي.",
        "وأضاف البيان أن طول الطريق 120 كم.",
        "وينتهي العمل فيه قبل عام 1437 هـ.",
        "للمراسلة: ص.ب. 4512 أو info@example.org أو www.example.org/ar/index.html.",
    ],
    [
        "«من أنتم؟» سأل الحارس.",
        "لم يجب أحد.",
        "«لماذا جئتم في هذا الوقت؟!»",
        "ثم فتح البوابة ومضى.",
        "السوق هادئة.. والناس في بيوتهم.",
        "كان ذلك قبل سبع سنوات…",
        "ثم تغير كل شيء.",
    ],
    [
        "نقلت قناة بي.إم.تي عن مصدر قوله إن 20.000 شخص عبروا الجسر.",
        "ونفت شبكة إن بي سي ذلك.",
        'وقالت المراسلة: "لم نر أحداً على الجسر."',
        "وأكد جيه. كارتر، وهو صحافي مقيم في المدينة، روايتها.",
        '"لا أحد يعرف من بدأ." وفق ما قالت إحدى الجارات.',
        "انتهى.",
    ],
    [
        "1. فتح الطريق الرئيسة أمام الشاحنات.",
        "2. إعادة الماء والكهرباء إلى الأحياء الشرقية.",
        "3. عودة الطلاب إلى مدارسهم.",
        "وتعهّد الطرفان بالتنفيذ خلال شهر.",
    ],
    [
        "قَالَ الشَّاهِدُ إِنَّهُ رَأَى القَافِلَةَ.",
        "وَعَادَ إِلَى بَيْتِهِ حَزِيناً.",
        "وفي ٢٠١٥ بلغ سعر الخبز ٣٫٥ ليرة.",
        "ثم ارتفع في الربيع إلى ٤٫٢ ليرة.",
        "وتقول الصحيفة إن «التجار (وهم قلة) يتحكمون بالسوق».",
        "وردّ التجار ببيان مقتضب.",
    ],
]
ENGLISH = [
    [
        "The council of Nahrain reopened the old market on Nov. 10, 2015.",
        'Its head, Mr. Nizar Katib, said: "We waited three years; today we return.',
        "We will not close our doors again.",
        'That is a promise."',
        "Repairs cost 2.4 million lira, i.e. 3.5 percent less than planned.",
        "Is that enough?",
        "It does not seem so!",
    ],
    [
        "Dr. Samer Halabi and Prof. Huda Khatib arrived in the U.S. on Monday.",
        "They met officials of the U.N. Development Office at 3 p.m. on Tuesday.",
        "The talks ended at 6 p.m.",
        "Nobody spoke to the press (a statement was promised. It never came) that evening.",
        "Letters go to P. O. Box 45, or to info@example.org, or to www.example.org/en/index.html.",
        "W. K. Noor of Orient Trading Co. Ltd. declined to comment.",
        "The company was founded by Salim Noor Jr. in 1998.",
    ],
    [
        '"Who are you?" the guard asked.',
        "Nobody answered.",
        '"Why now?" Mrs. Khatib asked.',
        "Then he opened the gate and left.",
        "He said no.",
        "No. 5 was the last bus of the day.",
        "They waited...",
        "Then the lights went out.",
        "He hesitated... then he spoke.",
    ],
    [
        "al-Nahda Net reported that 20,000 people had crossed the bridge.",
        "al-Haddad, who lives nearby, denied it.",
        "“We saw nobody,” she said.",
        "“Nobody at all!”",
        "The case of Noor v. Katib was heard by Gen. A. R. Salem.",
        "It was adjourned.",
        "Plan A failed.",
        "Plan B did too, as did plan C.",
        "The rest is known.",
    ],
    [
        "1. Open the main road to lorries.",
        "2. Restore water and power to the eastern quarters.",
        "3. Let the pupils return to school.",
        "Both sides promised to do so within a month.",
    ],
]
