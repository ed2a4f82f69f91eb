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
];

describe('whether a message asks for something', () => {
  it.each(closing)('a closing word asks for nothing: %s', (text) => {
    expect(judgeAsks(text).asks).toBe(false);
  });

  it.each(asking)('thanks or not, this asks: %s', (text) => {
    expect(judgeAsks(text).asks).toBe(true);
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
