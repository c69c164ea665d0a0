"""Turkish words of counting and of harm; the verb stands last. Labels as in ``lexicon``."""

from __future__ import annotations

REACH = 0

NUMBERS = {
    "iki": 2, "üç": 3, "dört": 4, "beş": 5, "altı": 6, "yedi": 7, "sekiz": 8, "dokuz": 9,
    "on": 10, "yirmi": 20, "otuz": 30, "kırk": 40, "elli": 50, "altmış": 60, "yetmiş": 70,
    "seksen": 80, "doksan": 90, "onbir": 11, "oniki": 12, "onbeş": 15, "ikisi": 2, "üçü": 3,
    "dördü": 4, "beşi": 5, "altısı": 6, "yedisi": 7, "sekizi": 8, "dokuzu": 9, "onu": 10,
}  # fmt: skip
NUMBERS |= {"bir": 1, "biri": 1}
TIMES = {"düzine": 12, "yüz": 100, "bin": 1000, "milyon": 10**6, "yüzden": 100, "binden": 1000}

WORDS = {
    "low": "en_az asgari en_azından",
    "top": "en_fazla en_çok azami",
    "about": "yaklaşık tahminen neredeyse toplam yaklaşık_olarak ortalama",
    "between": "",
    "to": "ila ile",
    "after_low": "fazla aşkın den_fazla dan_fazla ten_fazla tan_fazla i_aşkın ü_aşkın ı_aşkın"
    " u_aşkın den_çok dan_çok ten_çok ye_aşkın",
    "after_top": "den_az dan_az ten_az tan_az e_varan a_varan kadarı den_daha_az dan_daha_az",
    "vague": "onlarca yüzlerce binlerce birkaç çok_sayıda birçok",
    "art": "bir",
    "poss": "",
    "of": "",
    "and": "ve ile",
    "or": "veya ya_da",
    "prep": "için göre kadar karşı içinde",
    "skip": "daha kadar ayrı diğer civarında dolayında kişilik_bir kadar_da ise de da",
    "be": "",
    "stop": "söyledi belirtti bildirdi açıkladı duyurdu aktardı mahsur bekliyor yaşıyor dedi"
    " bulunan düzenlenen gözaltına",
    "incl": "aralarında arasında",
    "of_them": "u ü ı i si sı su sü",
    "since": "bugüne_kadar beri şimdiye_kadar bu_yana",
    "total": "toplamda",
    "killed<": "öldü öldüğü öldüğünü öldüler öldürüldü* öldürdü* ölmüş* ölen* ölüm* öldürül*"
    " hayatını_kaybe* yaşamını_yitir* can_verdi* şehit_oldu* şehit_düş* ölmesi* katledil* ölür*"
    " öldür* şehit infaz_edil* hayatını_yitir* yaşamını_kaybe*",
    "killed>": "ölen öldürülen hayatını_kaybeden yaşamını_yitiren katledilen",
    "injured>": "yaralanan",
    "killed^": "ölü_sayısı* can_kaybı* ölenlerin_sayısı* ölü_sayısının hayatını_kaybedenlerin",
    "killed#": "ölü ceset cesedi cesedin cesetler şehit ölünün cenaze",
    "injured<": "yaralan* yaralı* yaraladı* yaralayan yaralama*",
    "injured#": "yaralı yaralının yaralıyı",
    "injured^": "yaralı_sayısı* yaralananların_sayısı*",
    "casualties#": "kurban",
    "displaced<": "kaçtı* kaçan* yerinden_edil* yerinden_oldu* tahliye_edil* göç_etti* ayrıldı*"
    " terk_etti* sığındı* yerlerinden_oldu* yerlerinden_edil* evlerini_terk* göç_etmek* çıktı"
    " evini_terk* tahliye_edildi* göç_eden* ayrılmak_zorunda* terk_ettiğ* sığınan*",
    "displaced>": "çıkan kaçan ayrılan tahliye_edilen sığınan göç_eden",
    "displaced#": "yerinden_edilmiş_kişi sığınmacı mülteci",
    "returned<": "döndü* geri_dönd* dönen*",
    "detained<": "gözaltına_alın* tutuklan* kaçırıl*",
    "person": "kişi* sivil* asker* savaşçı* militan* insan* mensub* üye* öğrenci* hasta* doktor*"
    " gazeteci* muhalif* terörist* erkek* polis* adam* can vatandaş*",
    "person1": "",
    "woman": "kadın*",
    "woman1": "kadın*",
    "child": "çocuk* çocuğ* bebek* bebeğ* kız_çocuğu*",
    "child1": "çocuk* çocuğ* bebek* bebeğ*",
    "family": "aile*",
    "family1": "",
    "strikes": "hava_saldırısı* saldırı* roket* füze* havan* bomba* top_mermisi* varil_bombası*",
    "buildings": "bina* ev ev* konut* okul* hastane* dükkan*",
    "damage": "yıkıl* tahrip* hasar* çöktü* yerle_bir",
    "area": "kilometrekare* km² km2 kilometre_kare*",
    "area:ha": "hektar*",
    "thing": "ocak* şubat* mart* nisan* mayıs* haziran* temmuz* ağustos* eylül* ekim* kasım*"
    " aralık* araç* yıl* ay ayda aydır hafta* gün* saat* dakika* kilometre* km metre* yüzde"
    " mahalle* köy* kasaba* otobüs* kamyon* tank* kez kat katlı grup* nokta* ton* dolar* lira*"
    " yaş* tugay*",
}
