"""Given names that open a byline, Arabic and Latin: data for ``names``, no decisions.

A string is taken for a person only on evidence; a known given name is the commonest. Lists are of
names, not of people. Spellings that the fold already unites (أحمد, احمد) appear once.
"""

from __future__ import annotations

from typing import Final

from archive.text.fold import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


ARABIC_GIVEN: Final = _words("""
    سلطان سلطانة فالح مرشد مسعد هلال مناف راوية رضوى صفوت عبده رندا زامل مسفر جاسر طامي ريان أنمار عزيزان حجب
    نواره شلاش وفيقة رهف
    محمد أحمد محمود مصطفى حامد حمد حمود حميد حمدان حمدي أمجد ماجد مجد مجدي مجيد علي عمر عمار عمران عثمان حسن
    حسين حسان حسام حسني إحسان محسن إبراهيم إسماعيل إسحاق يعقوب يوسف موسى عيسى يحيى زكريا سليمان سلمان سالم سليم
    سلام سلامة سامي سامر سمير سامح سامية سميرة سلوى سلمى سهى سهير سهيل سهيلة سعد سعيد سعود مسعود أسعد سعدي سعاد
    سعدية خالد خلود خليل خلف خليفة وليد وائل وسام وسيم وداد وفاء وفاق وفيق وجدي وجيه وحيد واصف هاني هيثم هشام
    هاشم هادي هالة هدى هند هناء هبة هيفاء هيام هنادي هويدا ناصر نصر نصار ناصيف نبيل نبيلة نادر نادية ندى نجيب
    نجم نجلاء نجوى نديم نزار نزيه نضال نعمان نعيم نور نورا نورة نوري نوف نهى نهاد نهلة نسرين نوال ناجي ناهد نايف
    نواف نافع فؤاد فادي فارس فاطمة فايز فائز فاروق فاضل فرح فرج فريد فريدة فراس فهد فهيم فواز فوزي فوزية فيصل
    فيروز فتحي فكري فداء غسان غازي غالب غادة غيث غياث عادل عامر عاصم عاطف عارف عائشة عايدة عايد عباس عبير عبيدة
    عبيد عدنان عدي عرفان عزام عزيز عزيزة عزت عزمي عصام عصمت عفيف عفاف عقيل علاء علياء عماد عوض عواد عون عيد ضياء
    ضاحي طارق طاهر طالب طلال طلعت طه ظافر صالح صابر صادق صباح صبحي صبري صفوان صفاء صفية صلاح صقر صخر صهيب شادي
    شاكر شريف شريفة شفيق شكري شوقي شهاب شيرين شيماء شذى شاهر شاهين سيف سيد سناء سوسن سوزان سحر سماح سمر
    سعدون ساطع رائد راشد رامي رامز رانيا رنا رنده رندة رشا رشيد رشاد رضا رضوان رياض ريم ريما رؤوف رفيق رفعت رمزي
    رمضان ربيع رجاء رجب رحاب رغد رغدة روان رولا رولى راغب راغدة ذياب ديب ديما دينا دانا دارين داود دلال درويش
    خضر خديجة خولة حاتم حازم حبيب حنان حنين حنا حيان حيدر حكمت حليم حليمة حمزة حذيفة حارث جابر جاسم جاد جلال
    جمال جميل جميلة جمانة جمعة جهاد جواد جودت جورج جوزيف جبران جرجس جعفر جنان ثائر ثامر ثريا تيسير توفيق تامر
    تحسين تركي تغريد تميم بدر بسام بسمة باسم باسل باسمة بشار بشير بشرى بلال بكر بهاء بهيج بندر براء بيان برهان
    إياد إيمان إيناس إلهام إلياس أيمن أيوب أيهم أنس أنور أكرم أمين أمينة أميرة أمل آمال أمينه أروى أريج أسامة
    أسماء آسيا آلاء أشرف أنيس أوس إدريس أديب أدهم أكثم آدم لؤي لبنى لطفي لمى لميس لمياء ليلى لينا ليث لارا مازن
    مالك مأمون ماهر مها مهند مهدي مهى مي مية ميادة ميساء ميسون ميرفت ميشيل ميشال ميخائيل مريم مروان مروة مراد
    مرهف معاذ معتز معن معين معمر منذر منصور منير منيرة منى منال ملك مشعل مشاري متعب مبارك محسنة مختار مدحت مرتضى
    مسلم مصعب مطيع مظهر مفيد ممدوح موفق مؤيد مؤمن مؤنس قاسم قيس قصي قتيبة كامل كمال كريم كريمة كاظم كنان كندة
    كارمن كوثر يارا ياسر ياسين ياسمين يزن يزيد يسرى يسار يونس يامن زاهر زاهي زهير زهرة زهراء زياد زيد زين زينب
    زينة زكي زكية سارة سيرين صلاحالدين طوني بيير بيار بولا بولس بطرس أنطوان أنطون إيلي إلياس سمعان سركيس هاروت
    نانسي ناتالي نيكول نقولا جاك جان جوني كلير ماري مارلين مايا ميرنا ريتا رين رودي زاهد سليمة سمية سندس شعيب
    شمس عائد عالية عبلة غفران فلاح كفاح لجين مجاهد ملاك نصري هزاع وضاح وعد ولاء وجد عهود عبلا عائض عايض عواطف
    فريح فيحان ماضي مرزوق مسفر معيض مفرح مطلق نواره هيا وسيلة يسري سجى سباعي عرفات ساجدة عليان عطا طالبة حجاب
    شاكرة صدام غالية عوني عدوان
    داليا رهام رباب سهام فاتن فريال كاميليا كنانة ليال ليان ماريا مارون مجدولين محيي مرام مزن معاوية
    مكرم ميس نائل نائلة ناريمان نوار نيرمين هاجر همام وئام وديع ينال ألمى بتول
    رانية
""") - _words("سلام وعد شمس بيان وفاق جهاد كفاح ملك عون عالية صباح مجد")
"""Folded first words. Words that are as often plain nouns (سلام, بيان, وعد) are left out."""

ARABIC_COMPOUND_OPENINGS: Final = _words("عبد أبو أبي أم ابن بن آل")
"""First words that need a second: عبد الرحمن, أبو خالد, أم محمد."""

ARABIC_NAME_PARTICLES: Final = _words("بن ابن بنت أبو أبي أبا أم آل عبد ولد الله الدين")

ARABIC_HONORIFICS: Final = _words("""
    د د. الدكتور الدكتورة دكتور دكتورة أ أ. أ.د أ.د. م م. المهندس المهندسة الأستاذ الأستاذة الاستاذ الشيخ الصحفي
    الصحفية الصحافي الصحافية الكاتب الكاتبة الزميل الزميلة السيد السيدة المحامي المحامية الباحث الباحثة العميد
    المتقاعد المقدم العقيد الرائد الروائي الروائية الشاعر الشاعرة المخرج المخرجة
    اللواء البروفسور البروفيسور الإعلامي الإعلامية الناشط الناشطة
""")

LATIN_GIVEN: Final = _words("""
    muhammad mohammad mohammed mohamed muhammed mohamad ahmad ahmed mahmoud mahmud mustafa mostafa moustafa
    hamid hamed hamad hamoud hamdan hamdi amjad majed majid magdy ali aly omar umar ammar imran uthman othman
    osman hassan hasan hussein husayn hussain hossein hossam husam hisham hashem hadi mohsen muhsin ibrahim
    ismail ishaq yaqoub yaqub youssef yousef yusuf yousuf musa moussa issa eissa isa yahya zakaria sulaiman
    suleiman salman salem salim saleem sami samer samir samira sameh samia salwa salma suha suheil saad saeed
    said saud masoud asaad souad suad khaled khalid khalil khalaf khalifa walid waleed wael wail wissam wisam
    wassim waseem wafa wafiq wajdi wajih wahid hani haitham haytham hala huda hoda hind hana hiba haifa hanadi
    hanan haneen nasser nasir nasr nabil nabila nader nadir nadia nada najib najeeb najm najla najwa nadim nizar
    nazih nidal noman naim nour noor noura nora nuha nihad nahla nisreen nasreen nawal naji nahed nayef nawaf
    fuad fouad fadi faris fares fatima fatma fayez faiz farouk faruq fadel farah faraj farid farida firas feras
    fahd fahad fahim fawaz fawwaz fawzi faisal faysal fayrouz fathi ghassan ghazi ghaleb ghada ghaith ghiath
    adel adil amer asem asim atef arif aref aisha aida ayed abbas abeer obeida ubaida obaida adnan adi adnane
    azzam aziz aziza azmi issam isam essam afif aqil alaa ala aliaa imad emad awad awn eid diaa diya dia tariq
    tarek tareq taher tahir talib talal talaat taha zafer saleh salih saber sadiq sadek sabah sobhi subhi sabri
    safwan safaa safiya salah saqr sakhr suhaib sohaib shadi shaker sharif shareef cherif shafiq shukri shawqi
    shihab shahd shirin shireen shaima sharief saif sayf sayed sana sanaa sawsan susan suzan sahar samah samar
    raed raid rashed rashid rami ramy ramez rania rana randa rasha reda rida ridwan radwan riad riyad reem rim
    rima raouf rauf rafiq rafic refaat ramzi ramadan rabih rabie raja rajab rihab raghad raghda rawan rola roula
    rula ragheb dima deema dina dana darin dareen dawood daoud dawud dalal darwish khadija khawla hatem hazem
    habib hanna hayyan haydar haidar hikmat halim halima hamza hudhaifa harith haris jaber jabir jassem jasim
    jad jalal gamal jamal jamil jamila jumana jumaa jihad jawad george georges joseph gibran girgis jafar thaer
    thamer thuraya taysir tayseer tawfiq tawfik tamer tahseen turki taghreed tamim badr badir bassam basem basim
    bassel basel basma bashar bashir bushra bilal bakr bahaa bahij bandar baraa burhan iyad eyad iman eman inas
    ilham elias ayman aiman ayoub ayham anas anwar akram amin ameen amina amira amal arwa areej osama usama asma
    asia ashraf anis aws idris adib adham aktham adam louay loay luay lubna lutfi lama lamis lamia laila layla
    leila lina leena laith layth lara mazen mazin malek malik mamoun maher maha muhannad mohannad mahdi mai
    mayada maysaa maysoun mirvat michel mikhail maryam mariam miriam marwan marwa murad mourad muath moaz mutaz
    moataz maan maen muammar munther munzer mundhir mansour mansur munir mounir muna mona manal mishal mubarak
    mukhtar medhat murtada muslim musab mosab mufid mamdouh muwaffaq moayad muayad qasim kassem qassem qais kais
    qusay qutaiba kamel kamal kareem karim karima kazem kadhim kinan kinda carmen kawthar yara yasser yasir
    yassin yaseen yasmin yasmine yazan yazid yousra younes younis yunus yamen zaher zahi zuhair zuheir zouhair
    zahra ziad ziyad zaid zayd zein zain zeina zeinab zaynab zaki sara sarah serene tony pierre paula boulos
    boutros antoine anton elie simon sarkis nancy natalie nicole nicolas jack jean johnny claire marie maya
    mirna rita sana mays ruba rouba rasheed saadi abdullah abdallah abdulrahman abdelrahman abdulaziz abdelaziz
    abdulkarim abdelkarim abdulqader abdulkader abdelkader abdulhamid abdelhamid abdulsalam abdelsalam
    abdulrazzaq abdulwahab abdulmajid abdulbasit abdulhadi abdulhakim abdulghani abdulmalik abdulnasser
    abdelnasser abdelfattah abdulfattah abdulmunim abdo abdu alexander alex alice alan albert amanda amy andrea
    andrew anna anne anthony arthur barbara ben benjamin bernard brian bruce caroline carl catherine charles
    charlotte chris christian christina christopher claudia colin daniel david deborah diana donald dorothy
    douglas edward eleanor elena elizabeth ella ellen emily emma eric ethan eva evelyn fiona frances francis
    frank frederick gary gerald giles grace graham grant greg gregory hannah harold harriet harry hazel heather
    helen henry howard hugh ian irene isabel isabelle jacob james jane janet jason jeff jeffrey jennifer jeremy
    jessica joan joanna joel john jonathan jonas josephine joshua judith julia julian julie justin karen kate
    katharine katherine keith kenneth kevin kim laura lauren lawrence leo leon leonard lewis liam linda lisa
    louis louise lucas lucy luke lydia marc marcus margaret maria marianne marina mark marta martha martin mary
    matthew maurice max megan melissa michael michelle miles molly monica nathan neil nick nicholas nigel nina
    noah nora oliver olivia oscar patricia patrick paul peter philip rachel ralph raymond rebecca rex richard
    robert robin roger ronald rory rosa rose ross roy rupert ruth ryan sally sam samantha samuel scott sean
    sebastian sergei sharon sheila sophia sophie stanley stefan stella stephanie stephen steven stuart susanna
    susanne sylvia teresa theo theodore theresa thomas tim timothy tom tobias valerie vera victor victoria
    vincent vivian walter wendy will william zoe ivan dmitri olga natasha sergey igor vladimir ahmet mehmet
    fatih emre ayse zeynep murat reza hossein farhad maryam shirin leila dara azad shivan hevin rojin rojda jwan
    jiwan serwan siamand dilshad
    dalia riham zaina zainab shaimaa duha fatin feryal qusai layal maram makram malak manar monzer mouna
    maysa milad nael naela nariman nagham nawar hajar hazar hammam wiam wadih walaa yasin yusra yumna amani
    bassem basima batoul taghrid toufic hanin hayat duaa raghib rabia rajaa refik rafik shawki nadine siham
    suhail widad petr pieter greta heinz jens lars sven ingrid astrid bjorn nils anke toby ibtisam ihsan
    lujain razan thana wafaa
""") - _words("will rose grant max grace mark frank")
LATIN_COMPOUND_OPENINGS: Final = _words("abd abdul abdel abdal abu abou umm um ibn bint")
"""First words that need a second: Abdul Karim, Abu Khaled, Umm Omar."""

LATIN_NAME_PARTICLES: Final = _words(
    "al el bin ibn ben bint abu abou umm abd abdul abdel ed ad de di da del la le van von der den dos"
)

LATIN_INNER_PARTICLES: Final = _words("van von der den bin ibn bint ben dos")
"""Between capitalised words these are found in names of persons only."""

LATIN_HONORIFICS: Final = _words(
    "dr dr. prof prof. professor mr mr. mrs mrs. ms ms. sheikh eng. sir dame rev. gen. col."
)

ARABIC_NOT_NAMES: Final = _words("""
    في من الى عن مع بين بعد قبل عند حتى منذ خلال ضد حول هذا هذه ذلك تلك الذي التي قال قالت يقول اكد اعلن كتب
    قتل مقتل قتيل جرح اصابة انفجار قصف وزير رئيس الرئيس الوزير النظام المعارضة الجيش الحكومة القوات الامن الشعب
    وزارة لجنة مجلس جامعة حزب حركة اليوم امس غدا المحليات الرياضة الاقتصاد تفاصيل خبر اخبار تقرير تقارير مراسل
    مراسلنا مكتب قسم خاص متابعات متابعة وكالات رصد تحرير ترجمة تصوير اعداد بقلم لا لم لن ما ان كان كانت ليس هل
    قد ثم او مدير عام قائد شهيد شهداء المتحدث يزور يعلن يؤكد يدعو ينفي يلتقي يهدد يطالب تزور تعلن تؤكد تدعو تنفي
    يفوز تفوز يبحث تبحث يستقبل تستقبل
""")
"""Words no personal name contains: prepositions, verbs of the news, offices, parts of a newspaper."""

ENGLISH_NOT_NAMES: Final = _words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december the a an our this that these those his her their its my your all no more
    most we you he she it they i is was has had did does do are were be been being not now then when while after
    before until over under into order popular demand way end means force law default design ministry minister
    government army council party committee university institute center centre foundation president king prime
    sources source officials official staff editor editors correspondent reporter reporters agencies numbers far
    next last first today tomorrow night day week month year sparks says said tells told warns calls claims
    kills killed dies takes makes
""")
"""The same for capitalised English: By Monday, By Order, By George We Did It."""
