#include "body/related_labels.h"

const struct str related_labels[] = {
	/* en */
	STR_INIT("also read"), STR_INIT("also see"), STR_INIT("also watch"), STR_INIT("read also"),
	STR_INIT("read more"), STR_INIT("read next"), STR_INIT("see also"), STR_INIT("see more"),
	STR_INIT("watch also"), STR_INIT("more on this"), STR_INIT("more on this story"),
	STR_INIT("more on this topic"), STR_INIT("more on the story"), STR_INIT("more stories"),
	STR_INIT("more news"), STR_INIT("more coverage"), STR_INIT("more reading"), STR_INIT("related"),
	STR_INIT("related article"), STR_INIT("related articles"), STR_INIT("related story"),
	STR_INIT("related stories"), STR_INIT("related news"), STR_INIT("related content"),
	STR_INIT("related post"), STR_INIT("related posts"), STR_INIT("related coverage"),
	STR_INIT("related reading"), STR_INIT("related links"), STR_INIT("related link"),
	STR_INIT("related topics"), STR_INIT("related video"), STR_INIT("related videos"),
	STR_INIT("recommended"), STR_INIT("recommended reading"), STR_INIT("recommended for you"),
	STR_INIT("recommended stories"), STR_INIT("recommended articles"), STR_INIT("you may also like"),
	STR_INIT("you might also like"), STR_INIT("you may also be interested in"),
	STR_INIT("you might be interested in"), STR_INIT("don't miss"), STR_INIT("must read"),
	STR_INIT("must reads"), STR_INIT("up next"), STR_INIT("keep reading"),
	STR_INIT("suggested reading"), STR_INIT("suggested articles"), STR_INIT("in other news"),
	STR_INIT("similar articles"), STR_INIT("similar stories"), STR_INIT("similar posts"),
	STR_INIT("latest stories"), STR_INIT("from our archive"), STR_INIT("from the archives"),
	STR_INIT("trending now"), STR_INIT("trending stories"), STR_INIT("popular stories"),
	STR_INIT("more from this author"), STR_INIT("read this next"), STR_INIT("read the full story"),
	STR_INIT("read full story"), STR_INIT("read here"), STR_INIT("editor's picks"),
	STR_INIT("other stories"), STR_INIT("top stories"), STR_INIT("what to read next"),
	STR_INIT("have you read"), STR_INIT("further reading"), STR_INIT("more to read"),
	STR_INIT("read our related story"),
	/* de */
	STR_INIT("lesen sie auch"), STR_INIT("lesen sie mehr"), STR_INIT("lesen sie hier"),
	STR_INIT("lesen sie dazu"), STR_INIT("lesen sie ausserdem"), STR_INIT("lesen sie weiter"),
	STR_INIT("lies auch"), STR_INIT("lies mehr"), STR_INIT("mehr dazu"),
	STR_INIT("mehr dazu lesen sie hier"), STR_INIT("mehr zum thema"), STR_INIT("mehr lesen"),
	STR_INIT("mehr zum artikel"), STR_INIT("weitere artikel"), STR_INIT("weitere artikel zum thema"),
	STR_INIT("auch interessant"), STR_INIT("auch spannend"),
	STR_INIT("das konnte sie auch interessieren"), STR_INIT("das konnte dich auch interessieren"),
	STR_INIT("das konnte sie interessieren"), STR_INIT("lesetipp"), STR_INIT("lesetipps"),
	STR_INIT("siehe auch"), STR_INIT("siehe dazu"), STR_INIT("weiterlesen"), STR_INIT("zum thema"),
	STR_INIT("passend dazu"), STR_INIT("passend zum thema"), STR_INIT("ahnliche artikel"),
	STR_INIT("ahnliche beitrage"), STR_INIT("verwandte artikel"), STR_INIT("verwandte themen"),
	STR_INIT("verwandte beitrage"), STR_INIT("hintergrund"), STR_INIT("interessant dazu"),
	STR_INIT("schon gelesen"), STR_INIT("zum weiterlesen"), STR_INIT("top themen"),
	STR_INIT("das thema konnte dich auch interessieren"), STR_INIT("konnte dich auch interessieren"),
	STR_INIT("das interessiert dich vielleicht auch"), STR_INIT("mehr aus dem ressort"),
	STR_INIT("empfohlene artikel"), STR_INIT("unsere empfehlungen"), STR_INIT("meistgelesen"),
	/* fr */
	STR_INIT("lire aussi"), STR_INIT("a lire aussi"), STR_INIT("lire egalement"),
	STR_INIT("a lire egalement"), STR_INIT("a lire"), STR_INIT("lire plus"), STR_INIT("lire la suite"),
	STR_INIT("voir aussi"), STR_INIT("a voir aussi"), STR_INIT("sur le meme sujet"),
	STR_INIT("sur le meme theme"), STR_INIT("dans la meme rubrique"), STR_INIT("en savoir plus"),
	STR_INIT("pour aller plus loin"), STR_INIT("articles lies"), STR_INIT("articles similaires"),
	STR_INIT("a decouvrir"), STR_INIT("vous aimerez aussi"), STR_INIT("notre selection"),
	STR_INIT("lisez aussi"), STR_INIT("lisez egalement"), STR_INIT("a lire sur le sujet"),
	/* es */
	STR_INIT("lee tambien"), STR_INIT("lea tambien"), STR_INIT("leer tambien"), STR_INIT("leer mas"),
	STR_INIT("lea mas"), STR_INIT("lee mas"), STR_INIT("te puede interesar"),
	STR_INIT("le puede interesar"), STR_INIT("tambien te puede interesar"),
	STR_INIT("puede interesarte"), STR_INIT("quizas te interese"), STR_INIT("ver tambien"),
	STR_INIT("vea tambien"), STR_INIT("mira tambien"), STR_INIT("mas informacion"),
	STR_INIT("noticias relacionadas"), STR_INIT("noticia relacionada"), STR_INIT("relacionado"),
	STR_INIT("relacionados"), STR_INIT("relacionadas"), STR_INIT("articulos relacionados"),
	STR_INIT("no te pierdas"), STR_INIT("sigue leyendo"), STR_INIT("te recomendamos"),
	STR_INIT("le recomendamos"), STR_INIT("lee ademas"), STR_INIT("ademas lea"),
	/* pt */
	STR_INIT("leia tambem"), STR_INIT("leia mais"), STR_INIT("leia ainda"), STR_INIT("veja tambem"),
	STR_INIT("veja mais"), STR_INIT("saiba mais"), STR_INIT("relacionada"),
	STR_INIT("materias relacionadas"), STR_INIT("confira tambem"), STR_INIT("ler tambem"),
	STR_INIT("ler mais"), STR_INIT("artigos relacionados"),
	/* it */
	STR_INIT("leggi anche"), STR_INIT("leggi di piu"), STR_INIT("leggi pure"), STR_INIT("vedi anche"),
	STR_INIT("guarda anche"), STR_INIT("potrebbe interessarti"),
	STR_INIT("potrebbe interessarti anche"), STR_INIT("ti potrebbe interessare"),
	STR_INIT("ti potrebbe interessare anche"), STR_INIT("articoli correlati"), STR_INIT("correlati"),
	STR_INIT("per approfondire"), STR_INIT("approfondisci"), STR_INIT("articoli simili"),
	/* nl */
	STR_INIT("lees ook"), STR_INIT("lees meer"), STR_INIT("lees verder"), STR_INIT("zie ook"),
	STR_INIT("bekijk ook"), STR_INIT("gerelateerd"), STR_INIT("gerelateerde artikelen"),
	STR_INIT("meer lezen"), STR_INIT("ook interessant"),
	/* pl */
	STR_INIT("czytaj tez"), STR_INIT("czytaj takze"), STR_INIT("czytaj rowniez"),
	STR_INIT("czytaj wiecej"), STR_INIT("czytaj dalej"), STR_INIT("zobacz tez"),
	STR_INIT("zobacz takze"), STR_INIT("zobacz rowniez"), STR_INIT("zobacz wiecej"),
	STR_INIT("przeczytaj tez"), STR_INIT("przeczytaj takze"), STR_INIT("przeczytaj rowniez"),
	STR_INIT("polecamy"), STR_INIT("polecane"), STR_INIT("sprawdz tez"), STR_INIT("podobne artykuły"),
	STR_INIT("powiazane artykuły"), STR_INIT("powiazane"),
	STR_INIT("dowiedz sie wiecej"),
	/* ru */
	STR_INIT("читаите также"), STR_INIT("читать также"), STR_INIT("читаите еще"),
	STR_INIT("смотрите также"), STR_INIT("см. также"), STR_INIT("по теме"), STR_INIT("еще по теме"),
	STR_INIT("материалы по теме"), STR_INIT("похожие статьи"), STR_INIT("рекомендуем"),
	STR_INIT("рекомендуем прочитать"), STR_INIT("подробнее"), STR_INIT("читать далее"),
	/* uk */
	STR_INIT("читаите також"), STR_INIT("читаите ще"), STR_INIT("дивіться також"),
	STR_INIT("також читаите"), STR_INIT("за темою"), STR_INIT("матеріали за темою"),
	STR_INIT("схожі статті"),
	/* cs */
	STR_INIT("ctete take"), STR_INIT("ctete tez"), STR_INIT("ctete i"), STR_INIT("ctete vice"),
	STR_INIT("prectete si take"), STR_INIT("prectete si"), STR_INIT("souvisejici"),
	STR_INIT("souvisejici clanky"), STR_INIT("viz take"), STR_INIT("mohlo by vas zajimat"),
	STR_INIT("citajte aj"), STR_INIT("citajte tiez"), STR_INIT("precitajte si aj"),
	STR_INIT("suvisiace clanky"), STR_INIT("precitajte si"),
	/* tr */
	STR_INIT("ayrıca okuyun"), STR_INIT("bunu da okuyun"), STR_INIT("ilgili haber"),
	STR_INIT("ilgili haberler"), STR_INIT("ilginizi cekebilir"), STR_INIT("devamını oku"),
	/* ro */
	STR_INIT("citeste si"), STR_INIT("cititi si"), STR_INIT("vezi si"), STR_INIT("mai multe"),
	STR_INIT("articole similare"),
	/* sv */
	STR_INIT("las ocksa"), STR_INIT("las aven"), STR_INIT("las mer"), STR_INIT("se aven"),
	STR_INIT("se ocksa"), STR_INIT("relaterat"), STR_INIT("les ogsa"), STR_INIT("les mer"),
	STR_INIT("læs ogsa"), STR_INIT("læs mere"), STR_INIT("læs mere om"),
	STR_INIT("relaterte artikler"), STR_INIT("relaterede artikler"),
	/* fi */
	STR_INIT("lue myos"), STR_INIT("lue lisaa"), STR_INIT("katso myos"), STR_INIT("aiheesta lisaa"),
	/* hu */
	STR_INIT("olvasd el ezt is"), STR_INIT("ezt is olvasd el"), STR_INIT("kapcsolodo"),
	STR_INIT("kapcsolodo cikk"), STR_INIT("kapcsolodo cikkek"), STR_INIT("lasd meg"),
	STR_INIT("ez is erdekelheti"),
	/* el */
	STR_INIT("διαβαστε επισησ"), STR_INIT("διαβαστε ακομη"), STR_INIT("διαβαστε ακομα"),
	STR_INIT("δειτε επισησ"), STR_INIT("σχετικα αρθρα"),
	/* bg */
	STR_INIT("прочетете още"), STR_INIT("прочетете също"), STR_INIT("вижте още"),
	STR_INIT("още по темата"), STR_INIT("прочитајте и"), STR_INIT("прочитајте још"),
	STR_INIT("прочитајте"), STR_INIT("свързани статии"),
	/* hr */
	STR_INIT("procitajte i"), STR_INIT("procitaj i"), STR_INIT("procitajte jos"),
	STR_INIT("pogledajte i"), STR_INIT("citajte i"), STR_INIT("povezane vijesti"),
	STR_INIT("preberite tudi"), STR_INIT("preberite se"),
	/* lt */
	STR_INIT("taip pat skaitykite"), STR_INIT("skaitykite taip pat"), STR_INIT("skaitykite daugiau"),
	STR_INIT("lasi ari"), STR_INIT("lasiet ari"), STR_INIT("loe ka"), STR_INIT("loe veel"),
	STR_INIT("vaata ka"),
	/* ca */
	STR_INIT("llegeix tambe"), STR_INIT("et pot interessar"), STR_INIT("tambe et pot interessar"),
	STR_INIT("noticies relacionades"),
	/* ar */
	STR_INIT("اقرأ أيضا"), STR_INIT("اقرأ أيضاً"), STR_INIT("إقرأ أيضا"),
	STR_INIT("اقرأ المزيد"), STR_INIT("شاهد أيضا"), STR_INIT("شاهد أيضاً"),
	STR_INIT("مواضيع ذات صلة"), STR_INIT("أخبار ذات صلة"),
	/* fa */
	STR_INIT("بیشتر بخوانید"), STR_INIT("همچنین بخوانید"), STR_INIT("یہ بھی پڑھیں"),
	STR_INIT("مزید پڑھیں"),
	/* he */
	STR_INIT("קראו גם"), STR_INIT("קרא גם"), STR_INIT("קראו עוד"), STR_INIT("ראו גם"),
	/* hi */
	STR_INIT("यह भी पढ़ें"), STR_INIT("ये भी पढ़ें"), STR_INIT("इसे भी पढ़ें"), STR_INIT("और पढ़ें"),
	STR_INIT("আরও পড়ুন"), STR_INIT("हे ही वाचा"),
	/* id */
	STR_INIT("baca juga"), STR_INIT("baca selengkapnya"), STR_INIT("baca lagi"),
	STR_INIT("lihat juga"), STR_INIT("simak juga"), STR_INIT("artikel terkait"),
	STR_INIT("berita terkait"), STR_INIT("tonton juga"), STR_INIT("pilihan redaksi"),
	/* vi */
	STR_INIT("xem them"), STR_INIT("đoc them"), STR_INIT("tin lien quan"), STR_INIT("bai lien quan"),
	/* zh */
	STR_INIT("相关阅读"), STR_INIT("相关新闻"), STR_INIT("相关报道"), STR_INIT("相关文章"), STR_INIT("延伸阅读"),
	STR_INIT("推荐阅读"), STR_INIT("更多阅读"), STR_INIT("相關閱讀"), STR_INIT("相關新聞"), STR_INIT("相關報導"),
	STR_INIT("延伸閱讀"), STR_INIT("推薦閱讀"),
	/* ja */
	STR_INIT("関連記事"), STR_INIT("関連ニュース"), STR_INIT("あわせて読みたい"), STR_INIT("合わせて読みたい"),
	STR_INIT("こちらもおすすめ"),
	/* ko */
	STR_INIT("관련기사"), STR_INIT("관련 기사"), STR_INIT("관련 뉴스"),
	/* th */
	STR_INIT("อ่านเพิ่มเติม"), STR_INIT("อ่านต่อ"), STR_INIT("ข่าวที่เกี่ยวข้อง"),
	{NULL, 0},
};
