"""Held-out batch 1 for the byline readers: written and committed before it was first run.

Read as in :mod:`tests.archive.chain.stranger_cases`. All names and outlets are invented; none is in ``bylines_dev``.
"""

from tests.archive.chain.stranger_cases import Line, both

LINES = (
    Line("By Perihan Kaptanoğlu", ("Perihan Kaptanoğlu",)),
    Line("By Ludivine Chastagner and Wolodymyr Hrytsenko", ("Ludivine Chastagner", "Wolodymyr Hrytsenko")),
    Line("BY SHALAW BARZINJI FOR RUNAHI (Kurdish website)", ("SHALAW BARZINJI",), ("RUNAHI",), "Kurdish website"),
    Line(
        "by Q. Mhaithawi for Al-Shira (pro-government daily)", ("Q. Mhaithawi",), ("Al-Shira",), "pro-government daily"
    ),
    Line("By Esfandiar Golshiri for Ofogh News Network", ("Esfandiar Golshiri",), ("Ofogh News Network",)),
    Line("By Taghlib Sirawan | Al-Shira", ("Taghlib Sirawan",), ("Al-Shira",)),
    Line("By Taghlib Sirawan, Khabour Times", ("Taghlib Sirawan",), ("Khabour Times",)),
    Line("By Taghlib Sirawan, Khabour Times correspondent in Amman", ("Taghlib Sirawan",), ("Khabour Times",)),
    Line("Taghlib Sirawan – KHABOUR (opposition site)", ("Taghlib Sirawan",), ("KHABOUR",), "opposition site"),
    Line("by Khabour (opposition news agency)", (), ("Khabour",), "opposition news agency"),
    Line("By Mihrimah Soylu in Gaziantep", ("Mihrimah Soylu",)),
    Line("Mihrimah Soylu in Gaziantep and Drago Vukmirović in Belgrade", ("Mihrimah Soylu", "Drago Vukmirović")),
    Line("As told to Ludivine Chastagner", ("Ludivine Chastagner",)),
    Line("Mihrimah Soylu reports from Antakya", ("Mihrimah Soylu",)),
    Line("By Drago Vukmirović, Senior Middle East Correspondent", ("Drago Vukmirović",)),
    Line("Opinion | Esfandiar Golshiri", ("Esfandiar Golshiri",)),
    Line("Special to the Khabour Times", (), ("Khabour Times",)),
    Line("Khabour Times staff", (), ("Khabour Times",)),
    Line("BEIRUT (Khabour Times) —", (), ("Khabour Times",)),
    Line("Esfandiar Golshiri is an Iranian journalist and translator.", ("Esfandiar Golshiri",), tail=True),
    both(
        "Translated by Ludivine Chastagner for Khabour Times",
        "Ludivine Chastagner",
        outlets=("Khabour Times",),
        tail=True,
    ),
    both("Translated from the French by Wolodymyr Hrytsenko", "Wolodymyr Hrytsenko", tail=True),
    Line("Source: Al-Shira", (), ("Al-Shira",), tail=True),
    Line("بقلم: تغلب السيروان", ("تغلب السيروان",)),
    Line("بقلم بيريهان قبطان أوغلو", ("بيريهان قبطان أوغلو",)),
    Line("بقلم: شالاو برزنجي - روناهي", ("شالاو برزنجي",), ("روناهي",)),
    Line("بقلم: تغلب السيروان – صحيفة الشراع", ("تغلب السيروان",), ("صحيفة الشراع",)),
    Line("كتب تغلب السيروان لموقع الخابور", ("تغلب السيروان",), ("موقع الخابور",)),
    Line("كتبت: مهريماه سويلو", ("مهريماه سويلو",)),
    Line("تغلب السيروان – خاص الخابور", ("تغلب السيروان",), ("الخابور",)),
    Line("خاص - الخابور", (), ("الخابور",)),
    Line("خاص بموقع الخابور", (), ("موقع الخابور",)),
    Line("الحسكة - شالاو برزنجي", ("شالاو برزنجي",)),
    Line("مراسلة الخابور في القامشلي", (), ("الخابور",)),
    Line("تقرير: إسفنديار كلشيري وتغلب السيروان", ("إسفنديار كلشيري", "تغلب السيروان")),
    Line("إعداد: مهريماه سويلو - الخابور نت", ("مهريماه سويلو",), ("الخابور نت",)),
    both("ترجمة: لوديفين شاستانييه", "لوديفين شاستانييه", tail=True),
    both("ترجمها عن الفارسية إسفنديار كلشيري", "إسفنديار كلشيري", tail=True),
    Line("المصدر: موقع الخابور", (), ("موقع الخابور",), tail=True),
    Line("* إسفنديار كلشيري، كاتب وصحافي إيراني", ("إسفنديار كلشيري",), tail=True),
)

NOT_LINES = (
    Line("By Candlelight, Families Wait"),
    Line("By Nightfall the Queue Had Grown"),
    Line("By Sunrise, Nothing Was Left (photos)"),
    Line("By Bus to Nowhere"),
    Line("By Turns Hopeful and Afraid"),
    Line("By Proxy: War in the East"),
    Line("Frozen Pipes - Cold Homes (winter diary)"),
    Line("Opinion | Why Bread Matters"),
    Line("Smugglers in Lebanon and Buyers in Homs"),
    Line("Khabour Bridge reports from Hasakah were false."),
    Line("Source: Witnesses"),
    Line("The bakery is a family business that writes its own rules."),
    Line("بقلم الرصاص"),
    Line("بقلم عريض أسود"),
    Line("كتب المعلم على السبورة"),
    Line("كتب مستعملة للبيع"),
    Line("تقرير: موجة برد جديدة"),
    Line("إعداد: حساء العدس"),
    Line("خاص: تفاصيل الاتفاق"),
    Line("الحسكة - عطش وانتظار"),
)
