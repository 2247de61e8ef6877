import { describe, expect, it } from 'vitest';
import catalogue from '../../../assets/catalogue.json' with { type: 'json' };
import { groupFor } from '../../../components/sources/catalogue';
import { webUrlSchema } from '../../../lib/model/web-fields';

const countries = catalogue.groups.filter(({ kind }) => kind === 'country');
/** The thirty with most people, and what is read there. */
const large: readonly (readonly [locale: string, language: string])[] = [
  ['en-IN', 'en'], ['hi-IN', 'hi'], ['zh-CN', 'zh'], ['en-US', 'en'], ['id-ID', 'id'], ['ur-PK', 'ur'], ['en-NG', 'en'], ['pt-BR', 'pt'], ['bn-BD', 'bn'],
  ['ru-RU', 'ru'], ['am-ET', 'am'], ['es-MX', 'es'], ['ja-JP', 'ja'], ['ar-EG', 'ar'], ['en-PH', 'en'], ['fr-CD', 'fr'], ['vi-VN', 'vi'], ['fa-IR', 'fa'],
  ['tr-TR', 'tr'], ['de-DE', 'de'], ['th-TH', 'th'], ['en-GB', 'en'], ['sw-TZ', 'sw'], ['fr-FR', 'fr'], ['en-ZA', 'en'], ['it-IT', 'it'], ['sw-KE', 'sw'],
  ['my-MM', 'my'], ['es-CO', 'es'], ['ko-KR', 'ko'], ['en-SD', 'en'], ['en-UG', 'en'], ['es-ES', 'es'],
];

describe('the catalogue', () => {
  it('says how it was made, and names each outlet with a feed and a language, once in its group', () => {
    expect(catalogue.about).toMatch(/public domain.*by hand/);
    for (const { name, kind, outlets } of catalogue.groups) {
      expect(['country', 'subject']).toContain(kind);
      expect([name, new Set(outlets.map(({ feed }) => feed)).size]).toEqual([name, outlets.length]);
      expect([name, new Set(outlets.map(({ outlet }) => outlet.toLowerCase())).size]).toEqual([name, outlets.length]);
      for (const { outlet, feed, language, ...rest } of outlets) {
        expect([outlet, webUrlSchema.safeParse(feed).success]).toEqual([outlet, true]);
        expect(language).toMatch(/^[a-z]{2,3}$/);
        if ('site' in rest) expect([outlet, new URL(String(rest.site)).origin]).toEqual([outlet, rest.site]);
      }
    }
  });

  it('has each country once, as locales name it', () => {
    const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
    const known = new Set(letters.flatMap((one) => letters.flatMap((other) => regions.of(one + other)?.replace(/ SAR China$/, '') ?? [])));
    expect(countries.filter(({ name }) => !known.has(name)).map(({ name }) => name)).toEqual([]);
    expect(new Set(countries.map(({ name }) => name)).size).toBe(countries.length);
  });

  it.each(large)('has outlets for a reader of %s in a language of the country', (locale, language) => {
    const group = groupFor(catalogue.groups, [locale]);
    expect(group?.kind).toBe('country');
    expect(group?.outlets.length).toBeGreaterThan(1);
    expect(group?.outlets.map((outlet) => outlet.language)).toContain(language);
  });
});
