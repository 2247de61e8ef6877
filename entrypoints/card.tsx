import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountCard } from '../components/card/mount-card';
import { putCard } from '../lib/card/card-slot';
import { runCard } from '../lib/page/run-card';
import type { CardPage } from '../lib/page/run-card';

// Injected beside the annotator on first use; the two meet at the slot.
export default defineUnlistedScript(() => putCard((page: CardPage) => runCard(page, mountCard)));
