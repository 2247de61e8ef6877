import { describe, expect, it } from 'vitest';
import { limits } from '../../../lib/model/limits';
import { momentSchema, webUrlSchema } from '../../../lib/model/web-fields';

describe('webUrlSchema', () => {
  it.each(['https://news.example/a', 'http://127.0.0.1:8080/', 'HTTPS://NEWS.EXAMPLE/'])('takes %s', (address) => {
    expect(webUrlSchema.safeParse(address).success).toBe(true);
  });

  it.each(['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://news.example/', 'chrome://settings', '//news.example', ''])(
    'refuses “%s”, which is no address of the web',
    (address) => {
      expect(webUrlSchema.safeParse(address).success).toBe(false);
    },
  );

  it('takes addresses up to a length', () => {
    const address = 'https://news.example/';
    const longest = address.padEnd(limits.urlLength, 'a');
    expect(webUrlSchema.safeParse(longest).success).toBe(true);
    expect(webUrlSchema.safeParse(`${longest}a`).success).toBe(false);
  });
});

describe('momentSchema', () => {
  it.each(['2017-11-14T21:48:00Z', '2017-11-14T21:48:00.250Z'])('takes %s', (moment) => {
    expect(momentSchema.safeParse(moment).success).toBe(true);
  });

  it.each(['', 'yesterday', '2017-11-14', '2017-11-14T21:48:00', '2017-11-14T21:48:00+01:00', '2017-11-14T21:48Z', ' 2017-11-14T21:48:00Z', '2017-11-14T21:48:00Z\n', '12017-11-14T21:48:00Z'])(
    'refuses “%s”, which does not sort by time',
    (moment) => {
      expect(momentSchema.safeParse(moment).success).toBe(false);
    },
  );
});
