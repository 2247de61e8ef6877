import { describe, expect, it } from 'vitest';
import { outletName } from '../../../lib/feeds/outlet-name';

const at = 'https://www.theherald.example/rss.xml';

describe('outletName', () => {
  it.each([
    ['The Herald', 'The Herald'],
    ['The Herald - Latest News', 'The Herald'],
    ['Latest News and News Headlines | The Herald', 'The Herald'],
    ['Herald > Top Stories', 'Herald'],
    ['The Herald RSS Feed', 'The Herald'],
    ['RSS - The Herald', 'The Herald'],
    ['The Herald :: News Feed', 'The Herald'],
    ['The Herald > Science', 'The Herald: Science'],
    ['Science | The Herald', 'The Herald: Science'],
    ['Herald: voices of the valley', 'Herald: voices of the valley'],
    ['The Herald – All that is new in the whole wide world', 'The Herald'],
    ['The Herald | theherald.example', 'The Herald'],
    ['- The Herald', 'The Herald'],
    ['Post-Dispatch', 'Post-Dispatch'],
    ['R&D - World News', 'R&D'],
    ['Herald.com: World News', 'Herald.com'],
    ['Top Stories', 'theherald.example'],
    ['', 'theherald.example'],
  ])('makes of %j %j', (title, name) => {
    expect(outletName(title, at)).toBe(name);
  });

  it('believes a general word that is the host’s name', () => {
    expect(outletName('The World', 'https://theworld.example/feed')).toBe('The World');
  });

  it('keeps what it is given where there is no host to name it after', () => {
    expect(outletName('News', 'nowhere')).toBe('News');
  });
});
