import { describe, expect, it } from 'vitest';
import { typedAddress, unencryptedAddress } from '../../../lib/feeds/typed-address';

describe('typedAddress', () => {
  it.each([
    ['news.example', 'https://news.example/'],
    [' HTTP://News.example/feed#top ', 'http://news.example/feed'],
    ['//news.example/feed', 'https://news.example/feed'],
    ['feed://news.example/feed', 'https://news.example/feed'],
    ['feed:http://news.example/feed', 'http://news.example/feed'],
    ['itpc://news.example/feed', 'https://news.example/feed'],
    ['<https://news.example/feed>', 'https://news.example/feed'],
    ['“news.example”', 'https://news.example/'],
    ["https://news.example/'", "https://news.example/'"],
    ['https://me:secret@news.example/feed', 'https://news.example/feed'],
    ['localhost:8080/feed', 'http://localhost:8080/feed'],
    ['127.0.0.1/feed', 'http://127.0.0.1/feed'],
  ])('reads %s', (typed, address) => {
    expect(typedAddress(typed)).toBe(address);
  });

  it.each(['', 'news', 'two words', 'me@news.example', 'mailto:me@news.example', 'ftp://news.example', 'javascript:x', 'https://'])('reads no address in %j', (typed) => {
    expect(typedAddress(typed)).toBeUndefined();
  });
});

describe('unencryptedAddress', () => {
  it('is there where the reader did not say how', () => {
    expect(unencryptedAddress('news.example/feed')).toBe('http://news.example/feed');
    for (const typed of ['https://news.example', 'http://news.example', 'localhost', 'news']) expect(unencryptedAddress(typed)).toBeUndefined();
  });
});
