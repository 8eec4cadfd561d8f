import type { Language } from "../article/language";

const titles =
  "dr prof dres mag ing dipl dipl.-ing med phil rer nat jur habil mr mrs ms mx messrs mme mlle st ste hl hon rev msgr pres gen col lt sgt capt cpt cmdr adm maj gov sen rep supt vs";

/** In lower case and without the last stop; spaced forms are joined: "z. B." is "z.b". They never end a sentence. */
export const inner: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: new Set(
    `${titles} hr fr frl frhr bzw bspw z.b z.t z.zt z.hd d.h d.i i.d.r i.e i.a i.v i.h.v u.u u.z u.e s.o s.u m.e m.w v.a o.g o.b.d.a ca vgl sog evtl ggf inkl exkl einschl zzgl abzgl max min mind bzgl betr entspr gem gegr geb verh gest verw allg tägl jährl mtl stellv österr schweiz dt engl franz frz amerik ital span russ lat griech röm kath ev nördl südl östl westl tel abs ziff kap bd bde hrsg hg aufl anm abb tab zit red übers nr nrn str insb ehem jew gebr gesch gez lfd ft §`.split(
      " ",
    ),
  ),
  en: new Set(
    `${titles} approx ca cf e.g i.e viz resp incl excl est fig figs vol vols ed eds trans pp nos sec ch dept univ assn bros ave blvd rd mt ft`.split(
      " ",
    ),
  ),
};

/** These stand in the middle or at the end of a sentence. */
export const possiblyFinal: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: new Set(
    "usw etc u.a o.ä u.ä u.v.m u.dgl dgl s.a a.d e.v n.chr v.chr chr mio mrd tsd bio inc corp co ltd llc plc jr sr jan jän feb febr mär apr jun jul aug sep sept okt nov dez mo di mi do sa so p.s".split(
      " ",
    ),
  ),
  en: new Set(
    "etc inc corp co ltd llc plc jr sr al u.s u.s.a u.k u.n e.u d.c a.m p.m ph.d m.d b.a m.a a.d b.c jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun m bn mn".split(
      " ",
    ),
  ),
};
