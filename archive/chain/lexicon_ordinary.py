"""Ordinary words of English and Arabic, the words a headline is made of: data for ``evidence``, no decisions.

A frame such as "By X Y" proves a slot; these prove that what stands in it is no name: By Early Spring, بقلم رصاص.
English as in a dictionary, without the endings that ``evidence`` strips; Arabic without article, conjunction
and feminine or plural ending. Words that are as often names (Rose, Mark, كريم) are left out.
"""

from __future__ import annotations

from typing import Final

from archive.text.fold import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


ENGLISH_ORDINARY: Final = _words("""
    by of on in and as at so us from or if but than then into became they found used because muslim san las los such
    welsh scottish irish spanish italian dutch polish chinese japanese indian african asian european egyptian moroccan
    tunisian algerian saudi yemeni palestinian prominent artificial rapper toll democratic republican
    about above across again against age ago agree ahead aid air all almost alone along already also always among
    another answer any anyone anything apart apple area arm around arrive art ask autumn away baby back bad bag bake
    bakery ball ban band bank bar bare barrel base basic basket battle beach bean bear beat beautiful bed bee begin
    behind believe bell belong below best better beyond big bill bind bird birth bitter black blade blind block blood
    blow blue board boat body bomb bone book boot border both bottle bottom bound box boy branch brave bread break
    breakfast breath bride bridge brief bright bring broad broken brother brown bucket build bullet burn bus bush
    business busy but buy cable cake calm camp can candle capital captain captive car card care cart case cash castle
    cat cattle cause cave cease celebrate cell cement central century certain chain chair challenge chance change
    chaos charge cheap check cheese chest chief child children choice choose church circle citizen city civil claim
    class clay clean clear clerk climate climb clinic clock close cloth cloud coach coal coast coat coffee coin cold
    collapse collect colour color come comfort common company compare complete concern confidential conflict consent
    constant contain convoy cook cool copper copy corn corner correct cost cotton could count country couple courage
    course court cover cow crack craft crash create creature credit creep crime crisis crop cross crossing crowd crown
    cruel cry cup cure curfew current curse curtain cut cycle daily dam damage dance danger dark data daughter dawn
    day dead deal dear death debate debt decade decide decline decree deep defeat defend delay demolish deny desert
    despair despite destroy detain detail die diesel difference different difficult dig dinner direct dirt disaster
    discover disease dish distance ditch divide doctor document dog dollar donkey door double doubt down dozen draft
    drag dream dress drink drive drop drought drown drum dry due dusk dust dusty duty each early earn earth
    earthquake east eastern easy eat echo edge education effort egg eight either election electric eleven else empty
    encounter end enemy energy enough enter equal error escape europe even evening event ever every everything evil
    exact exam example except exchange execution exile exit expect explain export express extra eye face fact factory
    fail faint fair faith fall false family famine famous far farm farmer fast fasting fat fate father fault fear
    feast feed feel fence ferry festival fever few field fifth fifty fight figure file fill film final find fine
    finger fire firm first fish fit five fix flag flame flash flat flesh flight flood floor flour flow flower fly
    fog folk follow food foot for forbidden foreign forest forget forgotten form former fort forty forward four
    fourth free freedom freeze fresh friend front frost fruit fuel full fun fund funeral funny future game garbage
    garden gas gate general generation generator gentle ghost giant gift girl give glad glass global go goal goat god
    gold good governor grain grand grape grass grave gray great greek green grey grief ground group grow guard guess
    guest guide guilty gun habit hair half hall hand hang happen happy harbour harbor hard harm harsh harvest hat
    hate head heal health healthy hear heart heat heavy heaven help hero hidden hide high highway hill history hit
    hold hole holiday holy home honest honey honour hook hope horse hospital host hostage hot hotel hour house how
    huge human humble hundred hunger hungry hunt hurt ice idea if ill image import inch income indeed industry inn
    inner inside into iron island issue jail jasmine job join joint joke journey joy judge juice jump junior just
    justice keen keep key kick kid kidnap kill kind kiss kitchen knee knife knock know lab labour labor lack ladder
    lady lake lamb lamp land lane language large last late laugh law lawn lay lead leader leaf league lean learn
    least leather leave left leg lemon lend length less lesson let letter level liberation library license lie life
    lift light like limit line lip list listen little live load loaf loan local lock lonely long look loop loose lord
    lose loss lost lot loud love low luck lunch lung machine mad magic mail main major make man many map march
    mark market marriage marry martyr mask mass massacre master match material matter mayor meal mean meat medical
    medicine meet melt member memory men mercy message metal middle midnight mile military milk mill miller million
    mind mine minor minute mirror miss missile mission mist mistake mixed mobile model modern moment money mood moon
    moral morning mosque most mother motion mountain mouse mouth move mud much murder museum music must mutual naked
    name narrow nation native nature near neck need needle neighbour neighbor neither nerve nest neutral never new
    next nice night nine ninety noble noise none noon north northern nose note nothing number nurse oak obey ocean
    odd off offensive offer office often oil old olive once one onion only open opposite orange orchard ordinary
    orphan other out outer oven over own pace page pain paint pair palace pale panic paper pardon parent park part
    partner party pass passenger past path patient pattern pause pay peace pearl pen people pepper per perfect perhaps
    period permit person phone photo pick picture piece pigeon pilgrim pill pilot pine pipe pit place plain plan plane
    plant plate play plea please plenty pocket poem poet point poison police policy polite poll pool poor port
    position possible postpone pot potato pound powder power praise pray prayer prepare present pretty prevent price
    pride prison prisoner private prize problem profit promise proof proper protect protest proud prove public pull
    pump punish pure purple purpose push quality quarter queen question queue quick quiet race radical rage rail
    railway rain raise range rank rapid rare rate rather raw reach read ready real reason rebel recent red reform
    refuge refugee region relief religion remain remember remote rent repair repeat reply rescue rest return
    revenge revolution rhythm rice rich ride rifle right ring riot ripe rise river road roar rob rock rocket roll roof
    room root rope rough round route row royal rubble ruin rule run rural rush sack sacred sad safe sail salary
    sale salt same sand save say scale school science score scream sea search season seat second secret sect section
    security see seed seem seize self sell send senior sense separate series serious settle seven several severe
    shade shadow shake shallow shame shape share sharp sheep sheet shell shelter shield shift shine ship shirt shock
    shoe shoot shop shore short shot should shoulder shout show shower shrine shut sick side siege sign signal silence
    silent silk silver similar simple since sing single sink sister sit site six size skill skin sky slave sleep slice
    slip slow small smart smell smile smoke smooth smuggle snake sniper snow soap social society soft soil soldier
    solid some son song soon sorrow sorry soul sound soup sour south southern space spare speak special speech speed
    spend spice spirit split sport spot spring square stage stair stamp stand star start state station stay steal steam
    steel steep step stick still stir stone stop storage store storm story straight strange stranger straw stream
    street strength strike string strip strong struggle student study stupid subject such sudden suffer sugar
    suicide suit summer sun supply support sure surface surprise surround survive sweep sweet swim sword system
    table tail take tale talk tall tank tap target task taste tax tea teach teacher team tear tell temple ten tense
    tent term terror test than thank theatre theft their them there thick thief thin thing think third thirsty thirst
    thirty thought thousand thread threat three throat through throw thunder ticket tide tie tight time tin tiny
    tired title to tobacco together tomato tomb tongue tonight too tool tooth top torch torture total touch tough
    tour toward tower town track trade tradition traffic train transport trap travel treasure treat tree trench
    trial tribe trick trip troop trouble truce truck true trust truth try tube tunnel turn twelve twenty twice two
    type ugly under union unit unknown until up update upper urban urgent use usual valley value veil very victim
    victory view village violent virtue vision visit vital voice volunteer vote voter wait wake walk wall war warm
    wash waste watch water wave way weak wealth weapon wear weather wedding week weep weight welcome well west
    western wet what wheat wheel where which while whisper white who whole why wide widow wife wild win wind
    window wine wing winner winter wire wise wish with without witness wolf woman women wonder wood wool word work
    world worry worth would wound wreck write wrong yard year yellow yes yesterday yet you young youth zero zone
    russian syrian turkish iraqi lebanese jordanian kurdish arab iranian israeli american british french german
    popular medium average necessary means accept access accord account accuse achieve act actor add admit adult advance
    advice affair afford afternoon agenda aim airport album allow ally amid amount analysis anger announce annual
    apart apparent appeal appear approach argue arise arrest article aside assault asset attack attempt attend award
    aware backward balance ballot basis become benefit beside bid birthday boost boss brain breach broadcast brand
    budget
    calendar call camera campaign campus cancel cancer capacity career caught cell chairman champion channel chapter
    character chemical clash client coalition collect college column combat comedy comment commit concept concert
    conduct conflict connect consider consult consume contact contest context contract contrast control convict costly
    council coup crew critic critical cultural culture custody daylight debris decent decorate defence defense degree
    demand democracy depend deploy deposit depth deputy derail design desire diplomat director disarm dismiss display
    dispute district divorce domestic drama draw drone drug dynasty eager economic economy edition effect efficient
    elect elephant elder emerge emotion emperor employ employee endless engine ensure entire equip era escalate
    essential
    estate estimate ethnic evacuate exhaust expand expense experience expert explode exploit explore express extreme
    fabric fame fan fashion favor favour feature federal fiction finance flexible focus force forecast formula fortune
    forum foundation frame frequent frustrate fur gain gang gap garage gather gear gender gesture glory goods graduate
    grant grateful gravel guarantee gym handle headline heal helicopter heritage highlight hip household hurricane
    ideal identity illegal immune impact import improve include increase independent individual infant inflation inform
    initial injure injury innocent inquiry insect inspect install instead institution insult intend interest interim
    internal interview invade invest involve item jet joint jury kilometre label landscape laptop launch layer
    legacy legal legend liberal lobby local logic luxury magnet maintain majority manage manner margin measure media
    mental mere method migrant ministry mix mock momentum monitor monthly monument mortar motor mount movie multiple
    muscle
    mystery nearby negotiate network nomad nominee normal northeast northwest notice novel nuclear object observe
    obstacle obtain obvious occasion occupy odds olympic online opera operate opinion oppose option oral orbit orchestra
    organ organic origin outcome outlet outrage overcome owe package parade parliament partial particular passage
    passport patrol payment penalty percent perform persuade petition petrol phase physical pickup pioneer planet
    platform pledge plot plus poetry political politics portrait postal poverty prayer predict premier presence
    press previous principle print prior proceed process produce profession program programme progress project
    promote property propose prosper protein provide province publish purchase pursue puzzle quit quote rally random
    rapid raid ratio react realize rebuild recall receive recipe recognise record recover recruit reduce referendum
    refuse regime regular reject relate release relative rely remark remedy reopen report represent republic request
    require resent reserve residence resident resign resist resource respond response result resume retire retreat
    reunite reveal review reward rhetoric risk ritual rival role romance rotate routine rumour rumor salad sample
    sanction
    satellite scan scandal scarce scenario scent schedule scheme scholar scope screen script secure seek seldom select
    senate session shelter sharp shortage shrink silver skip slogan slope slot smuggler solar solution solve source
    spark spectator spin spokesman spokesperson sponsor spread squad stable stadium staff stake standard statement
    static statue status steady stem stock strain strategy stress stretch strict studio stuff style submit substance
    suburb
    success suggest summit supreme surge surgery surname surrender survey suspect suspend sustain switch symbol
    sympathy tackle talent technical technique technology temporary tenant territory testify text theme theory thorough
    thrive throne thus ton tone torn tourism trace traditional tragedy transfer transit treaty trend trigger triumph
    trophy
    tropical tune twin tyre ultimate unable undergo uniform unique unite unity universal universe university unless
    unlike
    uprising upset urge vaccine vacuum van vanish vast vehicle vendor venture venue verdict verse vessel veteran via
    vice video
    virus visible volcano volume wage warrant weekend weigh weird wheelchair whereas whose widespread withdraw workshop
    wrap yield get got make made went have will take took came put seen sent wrote gave felt fell met grew knew kept
    ran sold stood stuck thrown brought bought broke chose drew himself herself itself themselves ourselves myself
    yourself upon onto throughout although though therefore however whom nor
""")
"""Adjectives of nations and the parts of the sky are ordinary here: no person is called Eastern or Turkish."""

ARABIC_ORDINARY: Final = _words("""
    ازمه حصار هدوء هدنه قصف غاره غارات حرب معركه معارك اشتباك هجوم انفجار تفجير قتل قتيل قتلي قاتل جرحي جريح شهيد
    ضحيه ضحايا مجزره دمار نزوح نازح لاجئ لاجئين لجوء عوده خروج دخول وصول سقوط سقط تحرير احتلال اعتقال معتقل سجن سجين
    اسير خطف اختطاف اغتيال اغلاق فتح افتتاح بدء بدايه نهايه انتهاء استمرار ارتفاع انخفاض نقص زياده غلاء سعر اسعار
    خبز طحين قمح فرن افران وقود محروقات مازوت بنزين غاز كهرباء ماء مياه نفط دواء ادويه مشفي مستشفي مدرسه مدارس جامعه
    طالب طلاب معلم استاذ امتحان تعليم صحه بيئه زراعه صناعه تجاره اقتصاد سياسه ثقافه رياضه دين فن ادب شعر قصه قصيده
    روايه كتاب كتب مقال حوار راي خبر حديث كلام كلمه كلمات سؤال جواب رد رساله رسائل صوره صور فيلم مسرح اغنيه موسيقي
    قصير طويل كبير صغير جديد قديم حديث قريب بعيد سريع بطيء عال منخفض خفيف ثقيل شديد عنيف حذر نسبي تام كامل ناقص
    واسع ضيق عميق عريض مفتوح مغلق ممنوع مسموح مجهول معروف مشهور سري علني رسمي شعبي محلي عالمي دولي عربي سوري لبناني
    عراقي مصري اردني تركي ايراني روسي امريكي اسرائيلي كردي غربي شرقي شمالي جنوبي اوروبي اخير اول ثان ثاني ثالث رابع خامس
    واحد اثنان ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره عشرات مئات الاف مليون نصف ربع بعض كل جميع معظم اكثر اقل
    احمر ازرق اخضر اصفر اسود ابيض رصاص رصاصه حبر قلم ورق ذهب فضه حديد حجر تراب نار دخان ضوء ليل نهار صباح مساء فجر
    ظهر عصر يوم ايام اسبوع شهر سنه عام عقد قرن ساعه دقيقه وقت زمن زمان تاريخ ماض مستقبل حاضر ربيع صيف خريف شتاء مطر
    ثلج بحر نهر جبل سهل صحراء غابه شجر زيتون حقل حقول مزرعه مزارع فلاح قريه قري بلده بلد مدينه مدن حي شارع طريق طرق
    جسر معبر حاجز حدود ساحه سوق ميدان بيت منزل دار غرفه باب نافذه جدار سقف مطبخ طعام طبق اكل شراب لحم دجاج حليب سكر
    ملح زيت رجل رجال امراه نساء طفل اطفال ولد شاب شباب شيخ ام اب اخ اخت ابن عائله اسره اهل اهالي سكان ناس شعب مواطن
    جيش جندي جنود ضابط مقاتل مقاتلين مسلح مسلحين فصيل ثوار ثوره ثائر قوات قوه سلاح اسلحه صاروخ دبابه طائره طيران مدفع
    قائد رئيس وزير وزاره حكومه نظام معارضه مجلس برلمان حزب حركه تنظيم جماعه ائتلاف هيئه لجنه منظمه جمعيه نقابه اتحاد
    شركه مصنع معمل بنك مصرف مال اموال راتب رواتب دولار ليره ميزانيه ضريبه عمل عامل عمال بطاله فقر جوع فساد سرقه نهب
    جريمه محكمه قضاء قاض محام شرطه امن قانون دستور حكم حقوق حق عدل عداله حريه كرامه سلام سلم امل الم حزن فرح خوف
    حب كره موت حياه عمر ذكري ذاكره حلم احلام بكاء ضحك صمت صوت صدي نداء دعوه طلب قرار بيان تقرير خطاب تصريح اعلان
    مفاوضات مؤتمر اجتماع لقاء زياره جوله اتفاق اتفاقيه معاهده مبادره خطه مشروع حل حلول خطر تهديد تحذير انذار عقوبات
    مساعدات اغاثه قافله شاحنه سياره حافله قطار مطار ميناء مخيم خيمه مركز مقر قاعده نقطه خط منطقه مناطق ريف ضاحيه
    شمال جنوب شرق غرب وسط داخل خارج فوق تحت امام خلف جانب حول دون غير سوي مثل هنا هناك الان غدا امس صدر يصدر حديثا
    نريد اين متي كيف لماذا ماذا من ما هو هي هم نحن انا انت كان صار ليس لن لم لا نعم اذا لو لان لكن بل حيث كما ايضا
    فقط جدا معا ربما قد سوف عاد ذهب جاء راح مات ولد عاش قام وقع وضع رفع دفع منع قطع جمع سمع شاهد رأي عرف علم فهم
    نجا هرب فر عبر مر بقي ظل غادر وصل دخل خرج نزل صعد فاز خسر ربح باع اشتري بني هدم حرق زرع حصد طبخ لعب غني رقص
    لعبه مباراه بطوله كاس دوري فريق لاعب مدرب هدف فوز خساره تعادل نادي ملعب جمهور حكام منتخب سباق بطل ابطال
    فيديو بالصور شاهد عاجل متجدد خاص حصري مباشر تحديث ملف ملفات تحليل دراسه بحث استطلاع متابعه تغطيه مختارات
    قناع لغز سر اسرار قضيه مساله مشكله ظاهره حاله وضع واقع حقيقه وهم كذب صدق خير شر نور ظلام ظلم طريقه وسيله
    منزلي فوري فوريه يدوي زراعي صناعي تجاري اقتصادي سياسي عسكري امني ثقافي فني ادبي رياضي ديني طبي علمي اجتماعي
    تعليمي صحي انساني وطني قومي مدني نفطي مالي حكومي برلماني قضائي قانوني اعلامي صحفي مهني سكني سياحي بري بحري
    جوي يومي شهري سنوي اسبوعي مستمر متواصل متقطع محتمل مؤقت دائم عاطل متفجر مفاجئ غامض واضح صعب سهل خطير مهم
    نادر غريب عجيب جميل قبيح رخيص غال مجاني جار متوقف معطل مقطوع محاصر منكوب مهجور مدمر محروق مسروق مفقود
    قهوه شاي عسل تمر فواكه خضار بصل بطاطا رز عدس زهر ورود عطر لون الوان ثوب حذاء خيط ابره سكين مفتاح كرسي طاوله
    هاتف حاسوب انترنت شبكه برنامج تطبيق موقع صفحه رابط حساب رقم ارقام عدد نسبه حجم وزن طول عرض
    صلاه صوم حج عيد اعياد رمضان مسجد كنيسه مئذنه قران انجيل عباده خطبه فتوي
    نفايات قمامه صرف ترميم تنظيف بناء اعمار تعمير هدم حفر صيانه توزيع توزع تسليم استلام شراء بيع تصدير استيراد
    لقاح وباء مرض مرضي طبيب اطباء ممرض اسعاف علاج جراحه عمليه عمليات نتيجه نتائج سبب اسباب اثر اثار تراث متحف قلعه
    اهم ابرز احدث اكبر اصغر اعلي ادني افضل اسوأ اجمل اقدم بدون ضمن وفق وفقا بسبب رغم اثناء لدي نحو
    جيران جار صديق اصدقاء عدو اعداء ضيف ضيوف غريب مسافر مهاجر عمله وظيفه موظف مسؤول مصدر شاهد شهود ناشط ناشطون
    مجهولون مسلحون نازحون لاجئون مدنيون مدني عسكريون صحفيون معتقلون مفقودون متظاهرون محتجون مهربون
    طقس حراره بروده عاصفه رياح زلزال فيضان جفاف حريق حرائق كارثه حادث حوادث ازدحام مرور
    قال صرح ذكر اشار وصف اكد اضاف بلغ يجب ادعي تمكن مدد وقع اتصل لاحظ احب صنع شكر سحر ندوه سيده خبير خبراء امير مندوب
    مفتش
    مصرع فقدان صحف جادل تسبب اجتاح ذوو ذوي ذات انه انها بانه بانها لقد الا كانه لانه سيقوم تعهد شدد نفي اوضح كشف اعرب
    اعتبر
    حذر دعا طالب ناشد ندد رحب انتقد اتهم هدد قرر وافق رفض انكر التقي استقبل ودع كرم منح حصل حقق سجل افتتح دشن اطلق
    نظم عقد
    شارك حضر ناقش بحث درس راجع استعرض اطلع تفقد زار وجه عين اقال استقال توفي اصيب احبط ضبط اوقف حاول استطاع اراد بدا
    انتهي
    استمر واصل تابع اعاد ترك اخذ اعطي ارسل استلم جعل اصبح ظهر اختفي نما انهار تحطم انفجر احترق غرق تحول تغير تحسن
    ازداد تضاعف
    قناه نهضه عاهل مطرب ممثله لاعبه مدربه نجمه حامل حامله طرف اطراف جبهه جبهات خيار خيارات محور محاور ضمان ضمانات
    رهان عيب
    مربي مشمش عنب تين رمان تفاح برتقال ليمون زبيب طحينه حساء مرق فطير معجنات حلوي حلويات كعك عطش جوع انتظار غفير جموع
    جثمان مهندس
    متحد مملكه اخر شخص اشخاص ارهاب ارهابي طوارئ حاله اضاف اعضاء عضو دور اسم مجموعه دول دوله اجل سابق عالم كثير قادم حمل
    دعم شيء اعمال شؤون بلاد دفاع خادم اطلاق نقاط قيام حدث احداث نقل خدمه خدمات طائف مؤسسه عدم قبض مرحله كشف حصول
    قياده قيادي
    تصويت انتخاب انتخابات تواصل جزء نشر ذكاء وزراء تابع قليل بريد امم امواج عثور اجراء اجراءات تنفيذ ارض اراض اجانب
    انقاذ
    مقبل مده مرشح مجال حيال هبوط مقابل عنف مبكر جهود فعل عضويه سواحل ساحل قطاع اداء نجاح افراد حدوث مصاب زوجه زوج قرب
    معسكر تحالف متوقع مجمع زوار مشاركه زعيم قيمه قيم انهاء شهاده حزم ضرب ضربه مختلف جراء ابناء تراجع سفير سفاره دبلوماسي
    اجهزه جهاز مطعم مطاعم اصلاح اصلاحات اتصال سلطه سلطات محافظ محافظه مدار مقاطعه حالي عهد مقرر شوط انحاء اعدام مقاومه
    سياحه مزيد مراقب قلق صفقه مسار لقب ادعاء غضب منصب محيط درجه برامج سيطره حفل قائم سجل مبني مباني منازل نمو اعوام
    فرصه فرص وضع اوضاع مجتمع ضغط ضغوط خطوه امور توقف غياب اسواق قدر قدره بديل ضبط صليب خطط رائع رائد ظهور اعتداء
    اماكن جلسه
    مثير شعور ابلاغ مضيف انسحاب علاقه علاقات جماهير طبيعه عقود عقد توقيت رسوم لوحه مؤشر رفض تحمل منح جزاء فرض قتال
    اختيار نشاط علامه اراء سفينه سفن ضباط نطاق مناعه مزاعم معرض شقيق جيل اكراد العاب دوائر انضمام نواب نائب حشد عنصر
    عناصر
    اخلاء مشاريع شوارع ممتاز مخاوف مجله تكاليف احياء تهمه تهم قدم اسئله استفتاء حفاظ فارق اصل حارس حراس منتصف قبول
    عملاق مشترك مؤيد استعاده تطوير نقد عقار مكاتب انشطه انشاء مناسبه كبار جهد لاحق شجاعه كوارث اجزاء استقلال فتره حقيبه
    اهداف تغريده موعد حرم غرف ارباح راكب ركاب مالك اسابيع موقف مواقف ايقاف تدريب نجوم نجم خطوط نظير دائره مواد ماده
    شامل غذاء
    سفراء تعاقد مبعوث قياس نوع انواع علوم تضخم معهد ارصاد سرعه ارسال اجر احتفال اصحاب صاحب صحافه هزيمه مخاطر ظروف
    منافس ممثل بقاء مهاجم دقائق منصه ازياء تدريجي تبرع ارشاد حرس متوسط سماء حرام شرع دماء مصور نياب حديقه جناح شريك
    سينما
    تسجيل مرتفع اقارب عميد زميل سحب مراه مفهوم سماح انتحار جائزه تاثير صغار علماء صندوق حضور تحطم وقف انتاج مفتي فرق
    باطن تصنيف بارد تاكيد تعهد فحص جثث جثه مساجد مطالب ابحاث غزير هواتف دافع استعانه لحظه لحظات بحيره سمك صيد صياد مركب
    حكايه حكايات قصص تجربه تجارب رحله رحلات هجره جدران اسوار سور ابواب نوافذ شرفه درج مصعد مكتبه مكتبات دفتر دفاتر
    خياط نجار حداد بائع بياع سائق حلاق خباز جزار تاجر تجار عمال بنات بنت فتاه فتيات عجوز عجائز ارمله ارامل يتيم ايتام
    اصابع عيون اسنان شعور جوار رفاق رفيق اوراق اوراق اشجار ازهار طيور طير عصفور قطه كلب حصان غنم بقر خراف ماعز نحل
    بسيط اساسي رئيسي خاصه عامه وحيد اخيره دافئ بارده حار مالح حلو مر اصلي زائف مزور مخفي ظاهر ضائع هارب راحل قادمون
    سياسات قوانين قرارات بيانات تصريحات شكوي شكاوي نداءات احتجاج احتجاجات تظاهره مظاهره اضراب اعتصام مسيره
    معيشه معيشي كلفه فاتوره فواتير ديون دين قرض قروض عملات صرافه حواله حوالات تموين بطاقه بطاقات طابور طوابير
    قلب عين يد راس وجه دم جسد روح نفس عقل فكر فكره لسان اذن قدم
    فريق طاقم قسم اداره مدير تحرير محرر هيئه اسره مكتب مراسل متابعات وكاله مترجم كاتب قارئ قراء زائر ضيف مشاهد
""")
"""Folded: ه for ة, ا for أ. One form a word; ``evidence`` strips و ف ب ك ل ال and ات ون ين ه يه."""
