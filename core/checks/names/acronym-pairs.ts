/** What a German acronym is called in English; several where usage varies. Those that both languages share are not listed. */
const written = `
NRW NRW,NW; HI HIV; DRK DRC,GRC; DR DRC; USA US,USA,U.S.A.; US US,USA; UNO UN,UNO; VN UN; BIP GDP; BSP GNP; IWF IMF; EZB ECB; EuGH ECJ,CJEU;
EGMR ECHR; EMRK ECHR; MRT MRI,MR; DNS DNA,DNS; RNS RNA; KI AI; AKW NPP; KKW NPP; LKW HGV,LGV,HGVS; PKW CAR; MWST VAT;
UST VAT; BRD FRG,FDR; DDR GDR; SBZ GDR; GUS CIS; UDSSR USSR; OSZE OSCE; KSZE CSCE; EKG ECG,EKG; UKW FM,VHF; EWG EEC; EG
EC; EWR EEA; NRO NGO; FCKW CFC,CFCS; IPBPR ICCPR; IStGH ICC; IGH ICJ; AGB GTC,T&C,TCS; GMBH LTD,LLC,GMBH; AG PLC,AG; EDV
IT,EDP; IOK IOC; WM WC; EM EUROS; KZ CC,KZ; NS NAZI,NS; ADHS ADHD; PTBS PTSD; TBC TB; KMU SME,SMES; FUE R&D; F&E R&D;
BWL BA; VWL ECONOMICS; URV CHR; SPÖ SPÖ,SPO; ÖVP ÖVP,OVP; FPÖ FPÖ,FPO; IS IS,ISIS,ISIL; VAE UAE; ZAR CAR; ZAK CAR; VR
PRC,PR; DVRK DPRK; GB UK,GB; HNO ENT; OP OR; ZNS CNS; BIZ BIS; IAEO IAEA; IAO ILO; GASP CFSP; ESVP ESDP; EAD EEAS; EVP
EPP; GAP CAP; EWS EMS; WWU EMU; EBWE EBRD; MEZ CET; MESZ CEST; PS HP,BHP; USV UPS; IKT ICT; BHKW CHP; KWK CHP; GKV SHI;
ESP ESC,ESP`;

const english = new Map(
  written
    .trim()
    .split(/;\s*/u)
    .map((entry): [string, readonly string[]] => {
      const [german = "", list = ""] = entry.trim().split(/\s+/u);
      return [german.toUpperCase(), list.split(",").map((each) => each.replaceAll(".", ""))];
    }),
);

/** The English acronyms for a German one, in capitals and without stops; `null` where the table does not know it. */
export function englishAcronyms(german: string): readonly string[] | null {
  return english.get(german) ?? null;
}

const german = new Map<string, string[]>();
for (const [word, list] of english) {
  for (const each of list) german.set(each, [...(german.get(each) ?? []), word]);
}

/** The German acronyms for an English one. */
export function germanAcronyms(word: string): readonly string[] | null {
  return german.get(word) ?? null;
}
