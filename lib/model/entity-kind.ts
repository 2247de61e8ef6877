import { z } from './z';

export const entityKindSchema = z.enum(['person', 'organisation', 'place', 'event', 'work', 'topic']);
