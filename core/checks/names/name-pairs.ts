/** Places and people that the two languages call differently, beyond the countries that the runtime's tables (CLDR) have. German, then English. */
const written = `
Strg Ctrl|Control; Entf Del|Delete; Umschalt Shift; Gräfin Countess; Oberst Colonel; Hauptmann Captain; Leutnant Lieutenant; Feldwebel Sergeant; Feldmarschall Marshal; Graf Count; Herzogin Duchess; Bürgermeisterin Mayoress|Mayor; Pastor Pastor|Reverend; Pfarrer Reverend|Vicar; Aachen Aachen|Aix; Abessinien Abyssinia; Adria Adriatic; Afrika Africa; Algier Algiers; Alpen Alps; Amerika America;
Antarktis Antarctica|Antarctic; Antwerpen Antwerp; Apennin Apennines; Aristoteles Aristotle; Arktis Arctic; Aschenputtel
Cinderella; Asien Asia; Athen Athens; Atlantik Atlantic; Australien Australia; Bagdad Baghdad; Balkan Balkans; Basel
Basel|Basle; Bayern Bavaria; Belgrad Belgrade; Benedikt Benedict|Benedikt; Bengasi Benghazi; Bern Bern|Berne; Bibel
Bible; Birma Burma|Myanmar; Bodensee Constance; Bombay Bombay|Mumbai; Bosporus Bosphorus; Braunschweig
Brunswick|Braunschweig; Breslau Wroclaw|Wrocław|Breslau; Bretagne Brittany; Brügge Bruges; Brüssel Brussels; Bukarest
Bucharest; Burgund Burgundy; Burma Burma|Myanmar; Böhmen Bohemia; Charkiw Kharkiv; Charkow Kharkov|Kharkiv; Chartum
Khartoum; Cherson Kherson; Christus Christ; Chruschtschow Khrushchev; Cäsar Caesar; Damaskus Damascus; Danzig
Gdansk|Gdańsk|Danzig; Daressalam Dar; Donau Danube; Donezk Donetsk; Dornröschen Sleeping; Dschalalabad Jalalabad;
Dschidda Jeddah; Dschingis Genghis; Dserschinski Dzerzhinsky; Dänen Danes; Dünkirchen Dunkirk; Edinburg Edinburgh;
Elfenbeinküste Ivory|Ivoire; Elisabeth Elizabeth|Elisabeth; Elsass Alsace; Euklid Euclid; Eurasien Eurasia; Europa
Europe; Falklandinseln Falklands; Ferner Far; Flandern Flanders; Florenz Florence; Franken Franconia; Franz
Francis|Franz; Friedrich Frederick|Friedrich; Friesland Frisia|Friesland; Galiläa Galilee; Galizien Galicia;
Gazastreifen Gaza; Genf Geneva; Genfersee Geneva; Gent Ghent; Genua Genoa; Georg George|Georg; Gorbatschow Gorbachev;
Gregor Gregory|Gregor; Großbritannien Britain|UK; Göteborg Gothenburg; Habsburger Habsburgs; Hannover Hanover|Hannover;
Havanna Havana; Hebriden Hebrides; Heinrich Henry; Hennegau Hainaut; Hessen Hesse; Himalaja Himalayas|Himalaya;
Hindukusch Hindu; Hiob Job; Holland Holland|Netherlands; Hongkong Hong|Kong; Horaz Horace; Hänsel Hansel; Jakob
Jacob|James|Jakob; Jangtse Yangtze; Jelzin Yeltsin; Jeremia Jeremiah; Jerewan Yerevan; Jesaja Isaiah; Johannes John;
Josef Joseph|Josef; Jütland Jutland; Kairo Cairo; Kalifornien California; Kalkutta Kolkata|Calcutta; Kanton
Canton|Guangzhou; Kapstadt Cape|Town; Karibik Caribbean; Karl Charles|Charlemagne|Karl; Karthago Carthage; Kastilien
Castile; Katalonien Catalonia; Katharina Catherine|Katharina; Katmandu Kathmandu; Kaukasus Caucasus; Kiew Kyiv|Kiev;
Klausenburg Cluj; Klemens Clement|Klemens; Kolumbus Columbus; Konfuzius Confucius; Kongo Congo; Konstanz
Constance|Konstanz; Kopenhagen Copenhagen; Kopernikus Copernicus; Koran Koran|Quran|Qur; Korfu Corfu; Korinth Corinth;
Korsika Corsica; Krakau Krakow|Kraków|Cracow; Kreta Crete; Krim Crimea; Kuba Cuba; Kundus Kunduz; Kärnten Carinthia;
Köln Cologne; Lappland Lapland; Lateinamerika Latin; Lemberg Lviv|Lvov; Lissabon Lisbon; Lombardei Lombardy; Lothringen
Lorraine; Ludwig Louis|Ludwig; Lukas Luke; Luzern Lucerne; Löwen Leuven|Louvain; Lüttich Liège|Liege; Maas Meuse; Macau
Macau|Macao; Mailand Milan; Mandschurei Manchuria; Maria Mary|Maria; Markus Mark|Markus; Marokko Morocco; Marrakesch
Marrakesh|Marrakech; Maskat Muscat; Matthäus Matthew; Mazedonien Macedonia; Mekka Mecca; Memel Memel|Klaipeda; Merkur
Mercury; Mexiko Mexico; Mittelamerika Central; Mittelmeer Mediterranean; Mogadischu Mogadishu; Mohammed
Muhammad|Mohammed; Moldau Vltava|Moldova; Mongolei Mongolia; Mose Moses; Mosel Moselle|Mosel; Moskau Moscow|Russia|Kremlin; Mossul
Mosul; Mumbai Mumbai|Bombay; Mähren Moravia; München Munich; Neapel Naples; Neptun Neptune; Neuenburg
Neuchâtel|Neuchatel; Neufundland Newfoundland; Neuseeland Zealand; Niederrhein Rhine; Niedersachsen Saxony; Nikolaus
Nicholas; Nikosia Nicosia; Nil Nile; Nimwegen Nijmegen; Nizza Nice; Nordamerika America; Nordirland Ireland; Nordkorea
Korea; Nordrhein-Westfalen Westphalia; Nordsee Sea; Normandie Normandy; Nürnberg Nuremberg; Odessa Odesa|Odessa;
Odysseus Odysseus|Ulysses; Orinoko Orinoco; Ostern Easter; Ostsee Baltic; Ozeanien Oceania; Palästina Palestine; Parther
Parthians; Paulus Paul; Pazifik Pacific; Peking Beijing|Peking|China; Persien Persia; Petrus Peter; Pfalz Palatinate;
Pfingsten Whitsun|Pentecost; Philipp Philip|Philipp; Philippinen Philippines; Piemont Piedmont; Pjöngjang Pyongyang;
Platon Plato; Plinius Pliny; Livius Livy; Herodot Herodotus; Hippokrates Hippocrates; Drau Drava|Drau; Save Sava; Etsch Adige; Pommern Pomerania; Pompeji Pompeii; Posen Poznan|Poznań|Posen; Prag Prague; Pressburg
Bratislava|Pressburg; Preußen Prussia; Pyrenäen Pyrenees; Rangun Yangon|Rangoon; Reykjavik Reykjavik|Reykjavík; Rhein
Rhine; Rheinland Rhineland; Rhodos Rhodes; Riad Riyadh; Rom Rome; Rotkäppchen Red; Rumpelstilzchen Rumpelstiltskin;
Sachsen Saxony; Sachsen-Anhalt Saxony; Salomo Solomon; Saloniki Thessaloniki|Salonika; Sansibar Zanzibar; Saporischschja
Zaporizhzhia; Saragossa Zaragoza|Saragossa; Sardinien Sardinia; Savoyen Savoy; Schanghai Shanghai; Schelde Scheldt;
Schlesien Silesia; Schneewittchen Snow; Schottland Scotland; Schwaben Swabia; Schwarzwald Forest; Selenskyj
Zelensky|Zelenskyy|Zelenskiy; Sewastopol Sevastopol; Sibirien Siberia; Siebenbürgen Transylvania; Silvester Year;
Singapur Singapore; Sizilien Sicily; Sokrates Socrates; Sowjetunion Soviet; Steiermark Styria; Stephan Stephen|Stephan;
Stettin Szczecin|Stettin; Straßburg Strasbourg; Südamerika America; Südkorea Korea; Südtirol Tyrol; Tanger Tangier;
Taschkent Tashkent; Teheran Tehran|Teheran; Themse Thames; Thora Torah; Theiß Tisza; Thukydides Thucydides; Thüringen Thuringia;
Tiflis Tbilisi; Tirol Tyrol; Tokio Tokyo; Tolstoi Tolstoy; Toskana Tuscany; Transsilvanien Transylvania; Trient
Trent|Trento; Tripolis Tripoli; Troja Troy; Trotzki Trotsky; Tschaikowski Tchaikovsky; Tschechien Czech|Czechia;
Tschechow Chekhov; Tschengdu Chengdu; Tschernobyl Chernobyl|Chornobyl; Tschetschenien Chechnya; Umbrien Umbria; Ural
Urals; Vatikan Vatican; Venedig Venice; Venetien Veneto|Venetia; Vereinigtes Kingdom; Vergil Virgil; Vesuv Vesuvius;
Vierwaldstättersee Lucerne; Vogesen Vosges; Wallonien Wallonia; Warschau Warsaw; Weichsel Vistula; Weihnachten
Christmas; Weißrussland Belarus; Westfalen Westphalia; Westjordanland Bank; Wien Vienna; Wilhelm William|Wilhelm; Wilna
Vilnius; Wladiwostok Vladivostok; Wolga Volga; Zypern Cyprus; Zürich Zurich; Zürichsee Zurich; Ägäis Aegean; Ätna Etna; Sabbat Sabbath; Türkei Turkey|Türkiye; Johann John|Johann; Johanna Joan|Johanna|Joanna; Andreas Andrew|Andreas; Anton Anthony|Anton; Antonius Anthony; Stefan Stephen|Stefan; Erik Eric|Erik; Konrad Conrad|Konrad; Albrecht Albert|Albrecht; Rosa Rose|Rosa; Lucia Lucy|Lucia; Helena Helen|Helena; Margarete Margaret|Margarete; Berlin Berlin|Germany; Paris Paris|France; London London|Britain|UK; Washington Washington|America|US; Niederlande Netherlands|Holland; Ankara Ankara|Turkey; Madrid Madrid|Spain; Budapest Budapest|Hungary; Hisbollah Hezbollah|Hizbullah|Hizbollah; Qaida Qaeda|Qaida; Kaida Qaeda|Qaida; Gaddafi Gaddafi|Kaddafi|Qaddafi|Gadhafi; Ghaddafi Gaddafi|Kaddafi|Qaddafi|Gadhafi; Nikolajew Nikolaev|Nikolayev; Dimitri Dmitry|Dmitri; Samariter Samaritan; Margarita Margaret; Mursi Morsi; Dnepr Dnieper|Dnipro; Sowjetunion Soviet|USSR|Russia; Florenz Florence|Fiorentina; Böhmerwald Bohemian|Forest; Schwarzafrika Saharan; Aristóteles Aristotle; Bruderschaft Brotherhood; Muslimbruder Brotherhood; Beirut Beirut; Etsch Adige; Tiber Tiber; Tessin Ticino; Wallis Valais; Waadt Vaud; Waadtland Vaud; Graubünden Grisons|Graubünden; Freistadt Freistadt; Laibach Ljubljana; Abruzzen Abruzzo; Andalusien Andalusia; Apulien Apulia; Aragonien Aragon; Galicien Galicia; Kampanien Campania; Kalabrien Calabria; Ligurien Liguria; Mallorca Mallorca|Majorca; Sevilla Seville; Triest Trieste; Padua Padua; Turin Turin; Mantua Mantua; Rumänien Romania; Ostende Ostend; Gallien Gaul; Germanien Germania; Athene Athena; Herkules Hercules|Heracles; Achill Achilles; Dante Dante; Petrarca Petrarch; Tizian Titian; Johanna Joan|Johanna|Joanna; Lukretia Lucretia; Kleopatra Cleopatra; Pluto Pluto; Neptun Neptune; Mars Mars; Amazonas Amazon; Mississippi Mississippi; Ganges Ganges; Euphrat Euphrates; Tigris Tigris; Dnjepr Dnieper|Dnipro; Dnister Dniester; Newa Neva; Moldawien Moldova|Moldavia; Kanaren Canaries|Canary; Balearen Balearics|Balearic; Azoren Azores; Kykladen Cyclades; Antillen Antilles; Ärmelkanal
Channel; Österreich Austria`;

/** For each name, in lower case, what the other language may call it, in lower case. */
function pairsOf(): readonly (readonly [string, readonly string[]])[] {
  return written
    .trim()
    .split(/;\s*/u)
    .map((entry) => {
      const [german = "", english = ""] = entry.trim().split(/\s+/u);
      return [german.toLowerCase(), english.toLowerCase().split("|")] as const;
    });
}

export const englishNames: ReadonlyMap<string, readonly string[]> = new Map(pairsOf());

export const germanNames: ReadonlyMap<string, readonly string[]> = turned();

function turned(): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [german, list] of pairsOf()) {
    for (const english of list) {
      const known = names.get(english);
      if (known) known.push(german);
      else names.set(english, [german]);
    }
  }
  return names;
}
