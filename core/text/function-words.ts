import type { Language } from "../article/language";

const german =
  "aber alle allem allen aller allerdings alles als also am an andere anderen auch auf aus außerdem bei beide beiden beim bereits bevor bin bis bisher bist da dabei dadurch dafür dagegen daher damals damit danach dann daran darauf darin darüber darum das dass davon dazu dem den denen denn dennoch der deren des deshalb dessen deswegen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines einige einigen er erst es etwa etwas euch euer falls fast für ganz gar gegen gibt hat hatte hatten hätte hätten haben hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem innerhalb insgesamt ins ist ja je jede jedem jeden jeder jedes jedoch jene jetzt kann kein keine keinem keinen keiner können könnte konnte laut man mehr mein meine mit möchte muss müssen musste nach nachdem neben nein nicht nichts nie noch nun nur ob obwohl oder ohne schon sehr sei seien sein seine seinem seinen seiner seines seit selbst sich sie sind so sobald sogar solche soll sollen sollte sondern sonst soweit sowie sowohl statt trotz trotzdem über um und uns unser unsere unter viel viele vielen vielleicht vom von vor während wann war waren warum was weder wegen weil weiter weitere welche wenn wer werde werden wessen wie wieder will wir wird wo wobei wurde wurden würde würden zu zudem zum zur zwar zwischen";

const english =
  "a about above according across after again against ago all almost along already also although always am among an and another any are around as at away be because been before being below between both but by can could despite did do does doing during each either even every few finally first for from further had has have having he hence her here hers him himself his how however i if in indeed inside instead into is it its itself just last later less like many may maybe me meanwhile might more moreover most much must my neither never nevertheless no nor not nothing now of off often on once one only onto or other our out outside over perhaps quite rather really same she should since so some still such than that the their them themselves then there therefore these they this those though through throughout thus to together too toward towards under unless until up upon us very was we well were what when where whereas whether which while who whom whose why will with within without would yes yet you your";

const words: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: new Set(german.split(" ")),
  en: new Set(english.split(" ")),
};

/** Articles, pronouns, prepositions, conjunctions, auxiliaries and common adverbs: what sentences start with and are held together by. */
export function isFunctionWord(word: string, language: Language): boolean {
  return words[language].has(word.toLowerCase());
}
