// The words by which people ask, thank, agree, take leave and doubt, in the languages the mail of a programme comes in.
// Each is looked for as whole words, in text without diacritics; those of scripts without spaces as they stand.

/** Words that ask without a question mark. */

const requestList = [
  'please|pls|kindly|could you|can you|would you|will you|let me know|do you|are you able|i need|i would like|i wonder|help (?:me|us)|need (?:some |your |a )?help',
  'waiting for your|looking forward to (?:your|hearing|a reply)|any (?:news|update|thoughts|idea|advice|feedback)|should i|what about',
  's\\W?il (?:vous|te) plait|svp|stp|pourriez|pouvez|pourrais|peux-tu|dites-moi|dis-moi|j\\W?ai besoin|je voudrais|j\\W?aimerais',
  'bitte um|konnten sie|konntest|konnen sie|kannst du|sag mir|sagen sie|ich brauche|ich mochte',
  'por favor|podria|puedes|podrias|me gustaria|necesito|avisame|digame|poderia|preciso|gostaria|me avise',
  'per favore|per piacere|potresti|potrebbe|puoi|vorrei|fammi sapere|ho bisogno',
  'alstublieft|alsjeblieft|kun je|kunt u|zou je|laat me weten|ik heb .{0,20} nodig',
  'prosze o|czy moz|moglby|moglaby|daj znac|potrzebuje|prosim o|muzete|muzes|dejte vedet',
  'lutfen|yapabilir misin|haber ver|ihtiyacim|yardim eder|vanligen|kan du|behover|kunne du',
  'пожалуйста|можете|могли бы|подскажите|сообщите|нужн|помогите',
];
export const scriptRequests =
  /请|請|麻烦|能否|可以.{0,10}吗|帮|教えて|お願い|いただけ|でしょうか|ください|알려|부탁|주세요|من فضلك|هل |أحتاج|ممكن/u;

const thanksList = [
  'thanks|thank you|thank u|thx|many thanks|much appreciated|appreciate it|cheers',
  'merci|danke|vielen dank|gracias|obrigad[oa]|grazie|dank je|dank u|bedankt|tack|takk|tak|kiitos|dziekuje|dzieki|dekuji|diky',
  'tesekkur|sagol|hvala|koszonom|multumesc|спасибо|благодарю|дякую',
];
export const scriptThanks =
  /谢谢|謝謝|感谢|感謝|多谢|多謝|ありがとう|감사|고마워|شكرا|شكراً|תודה|धन्यवाद|ευχαριστ|ขอบคุณ|cảm ơn/u;

const assentList = [
  'ok|okay|great|perfect|sounds good|works for me|got it|noted|will do|see you|see ya|talk (?:to you )?(?:soon|then)|understood',
  'd\\W?accord|parfait|entendu|a bientot|a jeudi|alles klar|bis (?:dann|bald|morgen)|passt|perfecto|de acuerdo|hasta',
  'va bene|perfetto|a presto|prima|tot (?:dan|morgen)|combinado|ate (?:logo|amanha)|jasne|do zobaczenia|хорошо|до встречи|tamam',
];

export const scriptAssent =
  /^(?:好的|好|收到|明白|没问题|沒問題|了解|わかりました|承知|かしこまりました|네|알겠습니다|좋아요|حسنا|تمام|בסדר|ठीक है)/u;

/** Words at the end of what agrees: "Friday works for me". */
const agreesList = [
  '(?:works|fine|ok|okay|good|perfect|great) (?:for|with|by) (?:me|us)|sounds (?:good|great|perfect|fine)|looks (?:good|great)',
  '(?:is|are) (?:fine|ok|okay|good|perfect)|me va|me convient|passt mir|passt gut|me parece bien|me viene bien|va bene',
];
/** Said on leaving, and wishes: nobody answers them. */
const farewellList = [
  'see you|see ya|talk (?:to you )?(?:soon|then|later)|until then|have a (?:nice|good|great|lovely)|take care|all the best',
  'bonne (?:journee|soiree|semaine)|bon week-end|a (?:bientot|demain|jeudi|lundi|mardi|mercredi|vendredi)|au revoir',
  'bis (?:dann|bald|morgen|montag|dienstag|mittwoch|donnerstag|freitag)|schonen? (?:tag|abend|woche|wochenende)|tschuss',
  'hasta (?:luego|pronto|manana)|nos vemos|buen (?:dia|fin)|a presto|a domani|buona (?:giornata|serata)|ate (?:logo|amanha)',
  'tot (?:dan|morgen|ziens)|fijne? (?:dag|avond|weekend)|do zobaczenia|milego|до встречи|хорошего|iyi (?:gunler|aksamlar)',
];
/** They turn what was said before, or tell of a matter that is open: with one of them nothing is a closing word. */
const doubtList = [
  "but|however|though|although|yet|still|not|never|cannot|can't|don't|doesn't|didn't|won't|isn't|unfortunately|sadly|sorry",
  'problems?|issues?|errors?|fail(?:s|ed|ing)?|wrong|stuck|unclear|confus(?:ed|ing)|worried|unsure|wonder(?:ing)?|maybe|until',
  'attached|attachments?|draft|review|deadline|waiting|another|one more|also|instead|if|unless|before you|need(?:s|ed)?',
  "mais|cependant|pourtant|ne|n'|pas|malheureusement|probleme|aber|jedoch|leider|nicht|noch|kein[er]?|problem|fehler|falls",
  'pero|aunque|todavia|problema|adjunt[oa]|mas|porem|infelizmente|nao|ainda|ma|pero|purtroppo|non|ancora|maar|helaas|niet|nog',
  'ale|niestety|nie|jeszcze|bohuzel|ne|men|tyvarr|dessverre|inte|ikke|ama|maalesef|degil|но|однако|не|еще|пока|к сожалению',
];
export const scriptDoubts =
  /但是|不过|可是|问题|還|还没|没有|でも|しかし|ただ|ません|問題|하지만|그런데|문제|لكن|אבל|लेकिन/u;
/** A question begins so, with its mark or without. */
export const askingStart =
  /^(?:and |so )?(?:is|are|am|do|does|did|can|could|would|shall|should|may|when|where|who|why|which|what(?! an? )|how(?! (?:kind|nice|great|lovely)))\b/u;

/** Said in so many words. */
const noNeedList = [
  'no need (?:to|for you to) (?:reply|respond|answer|write back)|no need for (?:a |an )?(?:reply|response|answer)',
  'no (?:reply|response|answer) (?:is )?(?:needed|necessary|required|expected)|(?:not|n.t) need (?:a|an) (?:reply|answer|response)',
  'pas besoin de (?:me )?repondre|inutile de (?:me )?repondre|keine antwort (?:notig|erforderlich|notwendig)',
  'no (?:hace falta|es necesario) (?:que )?(?:me )?(?:respond|contest)\\w*|nao (?:precisa|e preciso) (?:de )?(?:responder|resposta)',
  'non (?:serve|occorre|c.e bisogno di) (?:una )?rispo\\w*|geen (?:antwoord|reactie) nodig|nie (?:musisz|trzeba) odpowiadac',
  'не (?:нужно|надо) отвечать|можно не отвечать|cevap (?:yazmana|vermene)? ?gerek yok|inget svar behovs',
];
export const scriptNoNeed =
  /无需回复|無需回覆|不用回复|不用回覆|不必回复|返信(?:は)?(?:不要|いりません)|답장(?:은)? (?:안|필요)/u;

/** Names of how a letter ends, alone on their line: what follows is a signature. */
const signOffList = [
  'thanks|thank you|many thanks|thx|best|best wishes|(?:best |kind |warm )?regards|cheers|sincerely|yours(?: sincerely| truly)?',
  'merci|cordialement|bien a vous|danke|vielen dank|viele grusse|liebe grusse|mit freundlichen grussen|lg|vg|mfg|gruss|grusse',
  'gracias|saludos|un saludo|atentamente|obrigad[oa]|atenciosamente|abracos|grazie|cordiali saluti|saluti|bedankt|groet(?:en|jes)?',
  'met vriendelijke groet(?:en)?|pozdrawiam|dziekuje|s pozdravem|hilsen|mvh|hej da|terveisin|tesekkurler|saygilar|с уважением|спасибо',
];
/** What phones, mail programs and Gmail's reactions put below. */
export const machineLine =
  /^(?:sent (?:from|via|with) |get outlook for |envoye (?:de|depuis) |von mein.* gesendet|gesendet (?:von|mit) |enviado (?:desde|do|de) |inviato da|verzonden (?:vanaf|met) |wyslane z |skickat fran |sendt fra |отправлено (?:с|из) |发自我的|iphoneから送信|.{0,80} reacted via gmail)/u;

/** Without accents and the like; marks that make another letter in their script stay. */
export const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');

const whole = (list: readonly string[]) => withoutAccents(`(?<![\\p{L}\\p{N}])(?:${list.join('|')})(?![\\p{L}\\p{N}])`);
const wordsIn = (list: readonly string[]) => new RegExp(whole(list), 'u');

export const requestWords = wordsIn(requestList);
export const thanksWords = wordsIn(thanksList);
/** Agreement begins a clause, or ends it. */
export const assentWords = new RegExp(
  `^(?:(?:ah|oh|yes|yeah|yep|yup|alright|all right),? )?${whole(assentList)}|${whole(agreesList)}$`,
  'u',
);
export const farewellWords = new RegExp(`^${whole(farewellList)}`, 'u');
export const doubtWords = wordsIn(doubtList);
export const noNeedWords = new RegExp(whole(noNeedList), 'gu');
export const signOffLine = new RegExp(withoutAccents(`^(?:${signOffList.join('|')})(?: again)?[\\s,.!]*$`), 'u');
/** "Thanks in advance" thanks for what is still to come. */
export const inAdvance = wordsIn([
  'in advance|d\\W?avance|im voraus|por adelantado|de antemano|in anticipo|bij voorbaat|z gory|заранее',
]);
