import { describe, expect, it } from 'vitest';
import { judgeAsks } from '../../../src/domain/thread/asks.ts';

const closing = [
  'Thanks, see you Thursday',
  'Thank you so much for your help!',
  'Merci beaucoup, à jeudi',
  'Vielen Dank, bis dann',
  'Muchas gracias por todo',
  'Obrigada!',
  'Grazie mille, a presto',
  'Dank je wel',
  'Dziękuję bardzo',
  'Děkuji',
  'Tack så mycket',
  'Teşekkür ederim',
  'Спасибо большое',
  '谢谢，周四见',
  'ありがとうございます。',
  '감사합니다',
  'شكرا جزيلا',
  'Sounds good',
  'OK, will do.',
  'ok',
  '好的',
  'Got it.\n\nThanks.',
  'Hi Robin,\n\nThanks a lot! Now it is clear to me.\n\nBest,\nAna Alvarez\nUniversity of Somewhere',
  'Thanks,\nAna',
  'Friday works for me',
  'Yes, perfect. See you then!',
  'Thank you! I have sent it.\n\nSent from my iPhone',
  'Thanks Robin\n____________\ngroup mailing list\nWhat is this? Leave at https://lists.example',
  'Danke!\n-- \nAna, any questions? Ask me',
  'Большое спасибо за помощь',
  '👍',
  '🙏🏽 ❤️',
  '👍\n\nAna reacted via Gmail',
];
const needless = [
  'No need to reply.',
  'I sent the form. No reply needed!',
  'Pas besoin de répondre',
  'Keine Antwort nötig',
  'No hace falta que respondas',
  '无需回复',
];
/** What is open stays open, however it is dressed. */
const open = [
  'Thanks, but I still cannot open it',
  'Thanks. The form gives an error',
  'Thank you. Attached is my draft',
  'The exam did not go great',
  'ok, one problem remains',
  'I am not ok',
  'I got it wrong',
  'Is 3pm ok',
  'When works for you best, thanks',
  'I have finished the first chapter and sent it to the office.\n\nThanks,\nAna',
  'Merci, mais je n’ai pas compris',
  'Danke, leider klappt es nicht',
  'Gracias, pero todavía tengo un problema',
  'Спасибо, но не получилось',
  '谢谢，但是还没有收到',
  '🤔',
  '😢',
  '',
];
const asking = [
  'Thanks! Could we move it to Friday?',
  'Thanks in advance for your advice.',
  'Please let me know what works',
  'Merci de me dire si vendredi vous va, s’il vous plaît',
  'Danke. Kannst du mir das Formular schicken',
  'Gracias. ¿Podemos hablar mañana?',
  '谢谢。请告诉我时间',
  'ありがとうございます。教えてください',
  'هل يمكننا أن نلتقي غدا؟ شكرا',
  'Thanks. I need help with the form',
  'Thanks, could you also send me the form',
  'ok?',
  'Great! What time?',
  'No need to reply today, but could you read it by Friday',
  'Пожалуйста, посмотрите',
  'Спасибо! Подскажите, где форма',
];

describe('whether a message asks for something', () => {
  it.each(closing)('a closing word asks for nothing: %s', (text) => {
    expect(judgeAsks(text).asks).toBe(false);
  });

  it.each(asking)('thanks or not, this asks: %s', (text) => {
    expect(judgeAsks(text).asks).toBe(true);
  });

  it.each(needless)('what says that it needs no answer needs none: %s', (text) => {
    expect(judgeAsks(text)).toEqual({ asks: false, reason: 'no-need' });
  });

  it.each(open)('thanks and assent close nothing that is open: %s', (text) => {
    expect(judgeAsks(text).asks).not.toBe(false);
  });

  it('is not sure of a statement, of a long word of thanks, or of nothing', () => {
    expect(judgeAsks('I have sent the form to the office.')).toEqual({ reason: 'short' });
    expect(judgeAsks(`Thanks. ${'I went through the notes again and wrote it all up. '.repeat(6)}`)).toEqual({
      reason: 'unsure',
    });
    expect(judgeAsks('  ')).toEqual({ reason: 'unsure' });
  });

  it('takes no word out of the middle of another', () => {
    expect(judgeAsks('I was thanked and tacked on').asks).toBeUndefined();
  });

  it('does not take the address of a page for a question', () => {
    expect(judgeAsks('Thanks! https://example.org/?q=1').asks).toBe(false);
  });
});
