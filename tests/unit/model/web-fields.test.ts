import { describe, expect, it } from 'vitest';
import { webUrlSchema } from '../../../lib/model/web-fields';

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
});
